FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:22-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["npm", "start"]
