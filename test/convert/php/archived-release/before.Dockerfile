FROM php:7.2-cli
WORKDIR /app
COPY . .
CMD php -S 0.0.0.0:${PORT:-8000}
