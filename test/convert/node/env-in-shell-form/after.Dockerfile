FROM node:24-slim AS build
RUN apt-get update && apt-get install -y python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .

FROM gcr.io/distroless/nodejs24-debian13:nonroot
ENV NODE_ENV=production
ENV PORT=8080
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["server.js"]
