FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM ubuntu:24.04 AS builder
COPY certs/office.crt /usr/local/share/ca-certificates/office.crt
RUN apt-get update && apt-get install -y ca-certificates && update-ca-certificates

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /app/shop /shop
CMD ["/shop"]
