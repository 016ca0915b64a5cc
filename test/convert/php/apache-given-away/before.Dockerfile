FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y wget libpng-dev && docker-php-ext-install gd
WORKDIR /var/www
COPY . .
RUN chown -R www-data:www-data /var/www
CMD ["apache2-foreground"]
