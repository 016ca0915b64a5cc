FROM golang:1.26-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /run-app .
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.24.1

FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=builder /run-app /usr/local/bin/
COPY --from=builder /go/bin/goose /usr/local/bin/goose
COPY migrations ./migrations
ENTRYPOINT ["/bin/sh", "-c", "goose -dir migrations postgres \"$DB\" up && run-app"]
