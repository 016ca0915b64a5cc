FROM php:8.3-apache AS build
RUN apt-get update && apt-get install -y git unzip libzip-dev libicu-dev \
    && docker-php-ext-install zip intl pdo_mysql
RUN a2enmod rewrite
RUN sed -i 's!/var/www/html!/var/www/html/public!g' /etc/apache2/sites-available/000-default.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . /var/www/html
RUN composer install --no-dev
RUN chown -R www-data:www-data /var/www/html/storage

FROM php:8.3-apache
RUN apt-get update \
    && apt-get install -y --no-install-recommends libicu76 libzip5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /var/www/html
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc /usr/local/etc
COPY --from=build /etc/apache2 /etc/apache2
COPY --from=build /var/www/html /var/www/html
COPY --from=build --chown=www-data:www-data /var/www/html/storage /var/www/html/storage
EXPOSE 80
