FROM php:8.3-fpm
ARG uid=1000
RUN apt-get update && apt-get install -y git && useradd -G www-data,root -u $uid -d /home/dev dev
WORKDIR /var/www
COPY . .
USER dev
