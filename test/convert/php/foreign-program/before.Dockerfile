FROM php:8.3-cli
WORKDIR /app
COPY . .
CMD ["./rr", "serve"]
