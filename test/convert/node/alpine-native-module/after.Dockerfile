FROM node:20-alpine AS build
RUN apk add --no-cache python3 make g++
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts

FROM node:20-alpine
ENV NODE_ENV=production
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["node", "dist/main.js"]
