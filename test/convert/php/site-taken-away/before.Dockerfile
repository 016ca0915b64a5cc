FROM php:8.3-apache
RUN apt-get update && apt-get install -y git
COPY site.conf /etc/apache2/sites-available/shelf.conf
RUN a2dissite 000-default && a2ensite shelf
COPY . /var/www/html
