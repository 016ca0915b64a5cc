FROM golang:1.26 AS build
WORKDIR /app
RUN curl -fsSL -o /app/shop https://example.com/shop-linux-amd64
RUN chmod +x /app/shop

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/shop /app/shop
CMD ["/app/shop"]
