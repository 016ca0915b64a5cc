FROM golang:1.26 AS build
RUN apt-get update && apt-get install -y redis-server
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates redis-server \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/shop /app/shop
CMD redis-server --daemonize yes && ./shop
