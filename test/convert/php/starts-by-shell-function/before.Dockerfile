FROM php:8.3-cli
RUN apt-get update && apt-get install -y ffmpeg
WORKDIR /app
COPY . .
CMD ["php", "convert.php"]
