FROM node:22-bookworm-slim AS build
WORKDIR /site
COPY . .
RUN npm ci
RUN npm run build
RUN printf '%s\n' \
        'server {' \
        '    listen 4321;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location / { try_files $uri $uri/index.html $uri.html =404; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '    error_page 404 /404.html;' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /site
COPY --from=build /site/dist /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 4321
