FROM node:24 AS client
WORKDIR /client
COPY client/package.json ./
RUN npm install
COPY client/ ./
RUN npm run build

FROM node:24 AS build
COPY --from=client /client/dist /client/dist
WORKDIR /server
COPY server/package.json ./
RUN npm install
COPY server/ ./

FROM gcr.io/distroless/nodejs24-debian13:nonroot
COPY --from=build --chown=65532:65532 /server /server
WORKDIR /server
COPY --from=build /client/dist /client/dist
EXPOSE 4000
CMD ["index.js"]
