FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc pkg-config libmicrohttpd-dev libssl-dev
WORKDIR /app
COPY . .
RUN gcc main.c -o web $(pkg-config --cflags --libs libmicrohttpd openssl)

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libmicrohttpd12 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
USER 65532:65532
EXPOSE 8080
CMD ["./web"]
