FROM php:8.3-cli
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /app
COPY . .
CMD npm run build && php -S 0.0.0.0:8000
