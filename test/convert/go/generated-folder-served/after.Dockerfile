FROM golang:1.26 AS build
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.4
WORKDIR /app
COPY . .
RUN swag init && CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /app/docs /app/docs
CMD ["./shop"]
