FROM php:8.3-apache
RUN apt-get update && apt-get install -y git
COPY . /srv/shelf
RUN rm -rf /var/www/html && ln -s /srv/shelf/public /var/www/html
