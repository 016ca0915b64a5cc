FROM golang:1.26-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /app/settings/defaults.env /app/settings/defaults.env
COPY --chmod=755 scripts/start.sh /usr/local/bin/start-shop
CMD ["start-shop"]
