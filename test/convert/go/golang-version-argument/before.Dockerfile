ARG GO_VERSION=1.26
FROM golang:${GO_VERSION}
WORKDIR /app
COPY . .
RUN go build -o bin/app ./cmd/app
ENTRYPOINT ["/app/bin/app"]
