FROM php:8.3-apache
RUN apt-get update && apt-get install -y git
RUN usermod -u 1000 www-data
COPY . /var/www/html
