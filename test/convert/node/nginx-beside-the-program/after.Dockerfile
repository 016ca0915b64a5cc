FROM node:22-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends nginx
WORKDIR /app
COPY . .
RUN npm ci --omit=dev

FROM node:22-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
WORKDIR /app
EXPOSE 80
CMD node server.js & nginx -g "daemon off;"
