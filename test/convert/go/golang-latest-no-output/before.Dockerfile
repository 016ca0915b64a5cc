FROM golang:latest
WORKDIR /go/src/app
COPY . .
RUN go build
CMD ["./web"]
