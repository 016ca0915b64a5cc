FROM node:22 AS web
WORKDIR /web
COPY web/ ./
RUN npm ci && npm run build

FROM node:22 AS build
WORKDIR /srv/api
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.8.4 /lambda-adapter /opt/extensions/lambda-adapter
COPY --from=web /web/dist /var/www/static
COPY package*.json ./
RUN npm ci
COPY app.js .
RUN node --check app.js

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /opt/extensions/lambda-adapter /opt/extensions/lambda-adapter
COPY --from=build /var/www/static /var/www/static
EXPOSE 3000
CMD ["app.js"]
