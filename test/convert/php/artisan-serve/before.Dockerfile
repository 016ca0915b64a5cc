FROM php:8.3-fpm
RUN apt-get update && apt-get install -y git curl zip unzip libpng-dev libonig-dev libxml2-dev \
    && docker-php-ext-install pdo_mysql mbstring gd bcmath
COPY --from=composer:latest /usr/bin/composer /usr/bin/composer
WORKDIR /var/www
COPY . .
RUN composer install --no-interaction && php artisan storage:link
EXPOSE 8000
CMD php artisan serve --host=0.0.0.0 --port=8000
