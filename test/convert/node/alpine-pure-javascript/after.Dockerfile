FROM node:24-alpine AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci --only=production
COPY . .

FROM gcr.io/distroless/nodejs24-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 3000
CMD ["index.js"]
