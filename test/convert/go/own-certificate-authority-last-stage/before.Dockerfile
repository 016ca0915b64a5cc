FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go build -o shop .

FROM ubuntu:24.04
COPY certs/office.crt /usr/local/share/ca-certificates/office.crt
RUN apt-get update && apt-get install -y ca-certificates && update-ca-certificates
COPY --from=build /app/shop /shop
CMD ["/shop"]
