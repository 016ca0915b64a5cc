FROM golang:1.26
WORKDIR /app
COPY . .
RUN CGO_ENABLED=1 go build -o adder .
ENTRYPOINT ["/app/adder"]
