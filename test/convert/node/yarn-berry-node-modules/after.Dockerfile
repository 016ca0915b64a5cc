FROM node:22 AS build
RUN corepack enable
WORKDIR /app
COPY . .
RUN yarn install --immutable

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["server.js"]
