FROM node:20 AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN corepack enable && pnpm install
COPY . .
RUN pnpm exec vite build
RUN printf '%s\n' \
        'server {' \
        '    listen 5173;' \
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
WORKDIR /app
COPY --from=build /app/dist /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 5173
