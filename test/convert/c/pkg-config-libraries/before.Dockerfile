FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc pkg-config libmicrohttpd-dev libssl-dev
WORKDIR /app
COPY . .
RUN gcc main.c -o web $(pkg-config --cflags --libs libmicrohttpd openssl)
EXPOSE 8080
CMD ["./web"]
