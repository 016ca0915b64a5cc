FROM golang:1.26-alpine AS build
RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Europe/Vienna /etc/localtime
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /etc/localtime /etc/localtime
CMD ["./shop"]
