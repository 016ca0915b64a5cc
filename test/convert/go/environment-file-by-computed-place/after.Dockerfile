FROM golang:1.26 AS build
WORKDIR /app
COPY . .
ADD .env /
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /app/.env /app/.env
COPY --from=build /.env /.env
CMD ["/app/shop"]
