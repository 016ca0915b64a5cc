FROM php:8.3-apache
ADD https://github.com/mlocati/docker-php-extension-installer/releases/latest/download/install-php-extensions /usr/local/bin/
RUN chmod +x /usr/local/bin/install-php-extensions && apt-get update && apt-get install -y git && install-php-extensions gd intl
COPY . /var/www/html
