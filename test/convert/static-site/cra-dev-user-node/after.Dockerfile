FROM node:20-slim AS build

ENV NODE_ENV=development \
    REACT_APP_TITLE=Greeter
WORKDIR /home/node/app
RUN chown node:node /home/node/app
USER node
COPY --chown=node:node package.json ./
RUN npm install
COPY --chown=node:node . .
RUN DISABLE_ESLINT_PLUGIN=true npm run build
RUN printf '%s\n' \
        'server {' \
        '    listen 3000;' \
        '    root /srv/www;' \
        '    # Redirections must not name the port that is inside the container.' \
        '    absolute_redirect off;' \
        '    charset utf-8;' \
        '    gzip on;' \
        '    gzip_types text/css application/javascript application/json application/wasm image/svg+xml;' \
        '    location / { try_files $uri /index.html; }' \
        '    location ~ \.mjs$ { types {} default_type text/javascript; }' \
        '}' \
        > /tmp/site.conf

FROM nginxinc/nginx-unprivileged:stable
WORKDIR /home/node/app
COPY --from=build /home/node/app/build /srv/www
COPY --from=build /tmp/site.conf /etc/nginx/conf.d/default.conf
EXPOSE 3000
HEALTHCHECK --interval=30s CMD ["curl", "-f", "-s", "-o", "/dev/null", "http://127.0.0.1:3000/"]
