FROM node:26 AS build
WORKDIR /srv/app
COPY . .
RUN npm ci

FROM gcr.io/distroless/nodejs26-debian13:nonroot
ENV NODE_ENV=production
ENV LOG_LEVEL=info
COPY --from=build --chown=65532:65532 /srv/app /srv/app
WORKDIR /srv/app
CMD ["--enable-source-maps", "bot/index.mjs"]
