FROM php:8.3-fpm
RUN apt-get update && apt-get install -y nginx supervisor
COPY . /var/www/html
CMD ["/usr/bin/supervisord", "-n"]
