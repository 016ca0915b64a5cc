FROM golang:1.26
COPY ./src /kit
WORKDIR /kit
CMD GOAMD64=v3 go run ./cmd/kit
