FROM php:8.3-cli-alpine
RUN apk add --no-cache git libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev
CMD ["php", "worker.php"]
