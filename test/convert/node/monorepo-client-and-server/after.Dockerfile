FROM node:20 AS build
WORKDIR /app
COPY client ./client
COPY server ./server
RUN cd client && npm install && npm run build
WORKDIR /app/server
RUN npm install

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=65532:65532 /app/server /app/server
WORKDIR /app/server
COPY --from=build --chown=65532:65532 /app/client /app/client
EXPOSE 5000
CMD ["node", "index.js"]
