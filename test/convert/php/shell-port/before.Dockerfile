FROM php:8.3-cli
WORKDIR /app
COPY . .
ENV PORT=10000
CMD php -S 0.0.0.0:$PORT -t .
