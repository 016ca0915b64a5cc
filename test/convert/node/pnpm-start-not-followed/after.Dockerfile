FROM node:22 AS build
RUN npm install -g pnpm
WORKDIR /app
COPY . .
RUN pnpm install

FROM node:22-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["npm", "run", "dev"]
