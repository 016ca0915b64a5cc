FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN cp .env.example .env
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /app/.env /app/.env
CMD ["./shop"]
