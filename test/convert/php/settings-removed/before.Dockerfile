FROM php:8.3-apache
RUN apt-get update && apt-get install -y git && rm /etc/apache2/sites-enabled/*.conf
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY . /var/www/html
