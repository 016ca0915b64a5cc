FROM node:20
WORKDIR /app
COPY . .
RUN npm ci && npm run build
HEALTHCHECK CMD node scripts/health.js
CMD ["npx", "serve", "-s", "build"]
