FROM php:8.3-fpm AS build
RUN apt-get update && apt-get install -y libzip-dev && docker-php-ext-install zip
WORKDIR /var/www/html
COPY --chown=www-data:www-data . .

FROM php:8.3-fpm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzip5 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=www-data:www-data /var/www/html /var/www/html
WORKDIR /var/www/html
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
USER 33:33
