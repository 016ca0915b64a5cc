FROM composer:2 AS deps
WORKDIR /app
COPY composer.json ./
RUN composer install --no-dev

FROM php:8.3-apache AS build
RUN apt-get update && apt-get install -y git libzip-dev && docker-php-ext-install zip
COPY --from=deps /app/vendor /var/www/html/vendor
COPY . /var/www/html

FROM php:8.3-apache
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzip5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /var/www/html
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
COPY --from=build /var/www/html /var/www/html
