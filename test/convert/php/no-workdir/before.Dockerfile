FROM php:8.3-cli
COPY . /app
CMD ["php", "/app/index.php"]
