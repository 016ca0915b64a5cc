FROM golang:1.26 AS build
ARG APP_UID=1500
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
ARG APP_UID=1500
WORKDIR /app
COPY --from=build /app/shop /app/shop
USER $APP_UID
CMD ["./shop"]
