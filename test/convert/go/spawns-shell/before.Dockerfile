FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o runner .
CMD ["/app/runner"]
