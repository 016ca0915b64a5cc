FROM node:24 AS build
WORKDIR /opt
COPY package.json .
RUN npm install
RUN mkdir -p /runtime/system/opt

FROM gcr.io/distroless/nodejs24-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/system/ /
WORKDIR /opt
COPY --from=build --chown=65532:65532 /opt/node_modules /opt/node_modules
COPY --chown=65532:65532 . .
EXPOSE 3000
CMD ["server.js"]
