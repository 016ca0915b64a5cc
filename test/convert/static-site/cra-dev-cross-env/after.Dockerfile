FROM node:20 AS build
WORKDIR /usr/src/app
COPY . .
RUN yarn install --frozen-lockfile
RUN REACT_APP_REGION=eu DISABLE_ESLINT_PLUGIN=true TSC_COMPILE_ON_ERROR=true yarn run build
RUN printf '%s\n' \
        'server {' \
        '    listen 3006;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location = / { return 302 /greeter/; }' \
        '    location /greeter/ { try_files $uri /greeter/index.html; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/build /srv/www/greeter
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 3006
