FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
ENTRYPOINT ["/nodejs/bin/node", "node_modules/ts-node/dist/bin.js", "src/bot.ts"]
