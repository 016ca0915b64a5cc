FROM node:20-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends dumb-init
ENV NODE_ENV production
WORKDIR /usr/src/app
COPY --chown=node:node . .
RUN npm ci --only=production

FROM gcr.io/distroless/cc-debian13:nonroot
ENV NODE_ENV production
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=1000:1000 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
USER 1000:1000
CMD ["node", "server.js"]
