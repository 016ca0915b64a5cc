FROM golang:1.26
WORKDIR /bot
COPY . .
RUN go build -o bot .
CMD ["./bot"]
