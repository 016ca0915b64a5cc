# escape=`
FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci `
    && npm run build
RUN printf '%s\n' `
        'server {' `
        '    listen 3000;' `
        '    root /srv/www;' `
        '    # Redirections must not name the port that is inside the container.' `
        '    absolute_redirect off;' `
        '    charset utf-8;' `
        '    gzip on;' `
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' `
        '    location / { try_files $uri /index.html; }' `
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' `
        '}' `
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /app
COPY --from=build /app/dist /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
