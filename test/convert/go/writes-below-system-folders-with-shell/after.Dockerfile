FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN mkdir -p /var/lib/shop/orders /var/run/shop && CGO_ENABLED=0 go build -o server .
RUN mkdir -p /runtime/app /runtime/run/shop /runtime/var/lib/shop/orders /runtime/system/var/log

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /runtime/app /app
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/run/shop /run/shop
COPY --from=build --chown=65532:65532 /runtime/var/lib/shop /var/lib/shop
COPY --from=build --chown=65532:65532 /runtime/system/var/ /var/
COPY --from=build /app/server /app/server
USER 65532:65532
EXPOSE 8080
CMD ./server 2>&1
