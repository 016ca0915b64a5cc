FROM debian:bookworm
RUN apt-get update && apt-get install -y wget xz-utils
RUN wget -O /usr/local/bin/server https://downloads.example.com/server/v3/server-linux-amd64 && chmod +x /usr/local/bin/server
EXPOSE 9000
CMD ["server", "--listen", ":9000"]
