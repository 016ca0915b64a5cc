FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:20-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD npx serve -s build -l $PORT
