FROM node:20-alpine AS build
RUN apk add --no-cache dumb-init
ENV NODE_ENV production
WORKDIR /usr/src/app
COPY --chown=node:node . .
RUN npm ci --only=production

FROM node:20-alpine
RUN apk add --no-cache dumb-init
ENV NODE_ENV production
COPY --from=build --chown=1000:1000 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
USER 1000:1000
CMD ["dumb-init", "node", "server.js"]
