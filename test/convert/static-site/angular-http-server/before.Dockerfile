FROM node:20 AS dev
WORKDIR /app
COPY . .
RUN npm ci && npx ng build
EXPOSE 8080
CMD ["npx", "http-server", "dist/shop/browser", "-p", "8080", "-c-1"]
