FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o todo ./cmd/todo
ENV MIGRATIONS_DIR=/app/db/migrations
CMD ["/app/todo"]
