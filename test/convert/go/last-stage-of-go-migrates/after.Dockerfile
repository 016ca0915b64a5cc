FROM golang:1.26-bookworm AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /run-app .
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.24.1

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
USER 65532:65532
WORKDIR /app
COPY --from=builder /run-app /usr/local/bin/
COPY --from=builder /go/bin/goose /usr/local/bin/goose
COPY migrations ./migrations
ENTRYPOINT ["/bin/sh", "-c", "goose -dir migrations postgres \"$DB\" up && run-app"]
