FROM node:20-alpine
WORKDIR /app
COPY . .
RUN npm ci && npm run build
HEALTHCHECK --interval=10s --timeout=3s CMD wget --no-verbose --tries=1 --spider http://localhost:3000/health.html || exit 1
CMD ["npx", "serve", "-s", "dist"]
