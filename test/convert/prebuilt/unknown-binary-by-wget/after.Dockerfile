FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y wget xz-utils
RUN wget -O /usr/local/bin/server https://downloads.example.com/server/v3/server-linux-amd64 && chmod +x /usr/local/bin/server

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /
COPY --from=build /usr/local/bin/server /usr/local/bin/server
EXPOSE 9000
CMD ["server", "--listen", ":9000"]
