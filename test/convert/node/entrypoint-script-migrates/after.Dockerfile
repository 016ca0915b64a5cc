FROM node:20-alpine AS build
RUN apk add --no-cache bash postgresql-client
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x docker-entrypoint.sh

FROM node:20-alpine
RUN apk add --no-cache bash postgresql-client
COPY --from=build /app /app
WORKDIR /app
ENTRYPOINT ["./docker-entrypoint.sh"]
CMD ["node", "server.js"]
