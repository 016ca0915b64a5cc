FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["index.js"]
