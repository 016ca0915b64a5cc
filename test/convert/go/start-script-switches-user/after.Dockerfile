FROM golang:1.26 AS build
RUN apt-get update && apt-get install -y gosu && useradd shop
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .
COPY start.sh /start.sh
RUN chmod +x /start.sh

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates gosu \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --create-home shop
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /start.sh /start.sh
ENTRYPOINT ["/start.sh"]
CMD ["/app/shop"]
