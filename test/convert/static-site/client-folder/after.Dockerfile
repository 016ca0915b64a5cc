FROM node:20 AS build
WORKDIR /srv/app
COPY client/package.json client/
RUN cd client && npm install
COPY client client
WORKDIR /srv/app/client
RUN npm run build
RUN printf '%s\n' \
        'server {' \
        '    listen 3000;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location / { try_files $uri $uri/index.html $uri.html /index.html; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /srv/app/client
COPY --from=build /srv/app/client/dist /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
