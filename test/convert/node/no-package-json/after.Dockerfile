FROM node:20 AS build
COPY app/server.js /srv/app/server.js
WORKDIR /srv/app

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=65532:65532 /srv/app /srv/app
WORKDIR /srv/app
EXPOSE 8080
ENTRYPOINT ["node", "server.js"]
