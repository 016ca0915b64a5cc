FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libc6-dev libssl-dev
WORKDIR /app
COPY . .
RUN gcc main.c -o web -lssl -lcrypto
EXPOSE 8080
CMD ["./web"]
