FROM node:22 AS web
WORKDIR /web
COPY web/ ./
RUN npm ci && npm run build

FROM node:22
WORKDIR /srv/api
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.8.4 /lambda-adapter /opt/extensions/lambda-adapter
COPY --from=web /web/dist /var/www/static
COPY package*.json ./
RUN npm ci
COPY app.js .
RUN node --check app.js
EXPOSE 3000
CMD ["node", "app.js"]
