FROM php:8.2-apache-bookworm AS build
RUN apt-get update && apt-get install -y wget libpng-dev && docker-php-ext-install gd
WORKDIR /var/www
COPY . .
RUN chown -R www-data:www-data /var/www

FROM php:8.2-apache-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpng16-16 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=www-data:www-data /var/www /var/www
WORKDIR /var/www
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
CMD ["apache2-foreground"]
