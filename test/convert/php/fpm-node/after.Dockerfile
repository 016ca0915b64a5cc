FROM php:8.3-fpm AS build
RUN apt-get update && apt-get install -y nodejs npm libpq-dev && docker-php-ext-install pdo_pgsql
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
WORKDIR /var/www/html
COPY . .
RUN npm ci && npm run build

FROM php:8.3-fpm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /var/www/html
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
COPY --from=build /var/www/html /var/www/html
EXPOSE 9000
CMD ["php-fpm"]
