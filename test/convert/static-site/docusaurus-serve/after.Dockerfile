FROM node:20 AS build
WORKDIR /docs
COPY . .
RUN yarn && yarn build
RUN printf '%s\n' \
        'server {' \
        '    listen 3000;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location = / { return 302 /manual/; }' \
        '    location /manual/ { try_files $uri $uri/index.html $uri.html =404; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '    error_page 404 /manual/404.html;' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /docs
COPY --from=build /docs/build /srv/www/manual
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 3000
