FROM ubuntu:24.04

RUN apt-get update && apt-get install -y golang-go

ENV GO111MODULE=off

COPY . .

RUN go build -o /app .

ENTRYPOINT ["/app"]
