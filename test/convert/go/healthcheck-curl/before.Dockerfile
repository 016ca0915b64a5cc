FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o server .
HEALTHCHECK --interval=10s --timeout=3s CMD curl -fsS http://localhost:8080/healthz || exit 1
CMD ["/app/server"]
