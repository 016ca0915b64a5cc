FROM node:22 AS build

WORKDIR /usr/src/app

# manifests first, so that the packages stay cached
COPY package*.json ./
RUN npm install --omit=dev

COPY . .

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
EXPOSE 3000
CMD ["server.js"]
