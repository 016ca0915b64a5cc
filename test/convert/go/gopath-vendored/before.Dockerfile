FROM golang:1.10
WORKDIR /go/src/github.com/acme/legacy
COPY . .
RUN go install github.com/acme/legacy/cmd/legacyd
CMD ["legacyd"]
