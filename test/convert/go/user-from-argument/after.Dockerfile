FROM golang:1.26 AS build
ARG APP_UID=1500
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
USER 1500:1500
CMD ["./shop"]
