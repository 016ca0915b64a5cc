FROM php:8.3-cli
WORKDIR /app
COPY . .
CMD composer install && php -S 0.0.0.0:8000
