FROM golang:1.26
WORKDIR /app
COPY . .
RUN mkdir -p bin && go build -o bin/ ./cmd/...
ENTRYPOINT ["/app/bin/api"]
