FROM composer:2 AS deps
WORKDIR /app
COPY composer.json ./
RUN composer install --no-dev

FROM php:8.3-apache
RUN apt-get update && apt-get install -y git libzip-dev && docker-php-ext-install zip
COPY --from=deps /app/vendor /var/www/html/vendor
COPY . /var/www/html
