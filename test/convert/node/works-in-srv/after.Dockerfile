FROM node:24 AS build
WORKDIR /srv
COPY package.json .
RUN npm install
COPY . .
RUN mkdir -p /runtime/system/srv

FROM gcr.io/distroless/nodejs24-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/system/ /
COPY --from=build --chown=65532:65532 /srv /srv
WORKDIR /srv
EXPOSE 3000
CMD ["server.js"]
