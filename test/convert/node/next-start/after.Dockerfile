FROM node:22-slim AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts
RUN rm -rf .next/cache/webpack

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 3000
CMD ["node_modules/next/dist/bin/next", "start", "-p", "3000"]
