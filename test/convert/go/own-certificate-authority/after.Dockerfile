FROM golang:1.26 AS build
# The office proxy signs with its own authority.
COPY certs/office.crt /usr/local/share/ca-certificates/office.crt
RUN update-ca-certificates
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
CMD ["./shop"]
