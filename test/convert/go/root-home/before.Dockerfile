FROM golang:1.26
WORKDIR /root
COPY . .
RUN go build -o web .
CMD ["./web"]
