FROM node:22 AS build
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY . .
RUN npm ci
RUN mkdir -p /runtime/data /runtime/var/uploads

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV NODE_ENV=production
COPY --from=build --chown=65532:65532 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
COPY --from=build --chown=65532:65532 /runtime/data /data
COPY --from=build --chown=65532:65532 /runtime/var/uploads /var/uploads
VOLUME /data
EXPOSE 80
CMD ["index.js"]
