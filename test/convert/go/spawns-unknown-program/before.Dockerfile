FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o runner .
CMD ["/app/runner"]
