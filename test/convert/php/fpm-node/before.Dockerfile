FROM php:8.3-fpm
RUN apt-get update && apt-get install -y nodejs npm libpq-dev && docker-php-ext-install pdo_pgsql
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
WORKDIR /var/www/html
COPY . .
RUN npm ci && npm run build
EXPOSE 9000
CMD ["php-fpm"]
