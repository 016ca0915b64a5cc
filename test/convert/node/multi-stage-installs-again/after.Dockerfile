FROM node:22 AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:22 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY --from=build /src/dist ./dist

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV NODE_ENV=production
COPY --from=builder --chown=65532:65532 /app /app
WORKDIR /app
CMD ["dist/main.js"]
