FROM node:22 AS build
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build
RUN printf '%s\n' \
        'server {' \
        '    listen 8080;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location = / { return 302 /clock/; }' \
        '    location /clock/ { try_files $uri $uri/index.html $uri.html /clock/index.html; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /app
COPY --from=build /app/public_html /srv/www/clock
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
LABEL org.opencontainers.image.title=clock
EXPOSE 8080
