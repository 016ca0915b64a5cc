FROM node:18-bullseye AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=node:18-bullseye /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=builder --chown=65532:65532 /app/node_modules ./node_modules
COPY --from=builder --chown=65532:65532 /app/dist ./dist
COPY --from=builder --chown=65532:65532 /app/package.json ./
EXPOSE 3000
CMD ["node", "dist/main.js"]
