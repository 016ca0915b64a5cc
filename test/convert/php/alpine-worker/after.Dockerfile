FROM php:8.3-cli-alpine AS build
RUN apk add --no-cache git libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.3-cli-alpine
RUN apk add --no-cache libzip
WORKDIR /app
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
COPY --from=build /app /app
CMD ["php", "worker.php"]
