FROM node:22-slim
RUN apt-get update && apt-get install -y --no-install-recommends nginx
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
EXPOSE 80
CMD node server.js & nginx -g "daemon off;"
