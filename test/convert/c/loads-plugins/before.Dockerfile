FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
WORKDIR /app
COPY . .
RUN gcc main.c -o host -ldl
CMD ["./host"]
