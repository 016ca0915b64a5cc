FROM node:20 AS build
RUN npm install -g http-server
WORKDIR /site
COPY . .
RUN printf '%s\n' \
        'server {' \
        '    listen 8080;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    add_header Access-Control-Allow-Origin "*";' \
        '    location / { try_files $uri $uri/ $uri.html =404; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '    error_page 404 /404.html;' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /site
COPY --from=build /site /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 8080
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
