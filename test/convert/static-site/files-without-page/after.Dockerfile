FROM node:20-slim AS build
WORKDIR /
COPY downloads /downloads
RUN printf '%s\n' \
        'server {' \
        '    listen 8080;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location / { try_files $uri $uri/ $uri.html =404; }' \
        '    autoindex on;' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '    error_page 404 /404.html;' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /
COPY --from=build /downloads /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 8080
