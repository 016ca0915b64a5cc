FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci --omit=dev

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
HEALTHCHECK --interval=30s CMD ["/nodejs/bin/node", "healthcheck.js"]
CMD ["server.js"]
