FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 365 -subj /CN=localhost
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build --chown=65532:65532 /app/cert.pem /app/cert.pem
COPY --from=build --chown=65532:65532 /app/key.pem /app/key.pem
EXPOSE 8443
CMD ["./shop"]
