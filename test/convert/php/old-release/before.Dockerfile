FROM php:8.0-cli
WORKDIR /app
COPY . .
CMD ["php", "index.php"]
