FROM oven/bun:1-slim AS build
WORKDIR /app
COPY . .
RUN bun install

FROM gcr.io/distroless/cc-debian13:nonroot
ENV NODE_ENV=production
COPY --from=build /usr/local/bin/bun /usr/local/bin/bun
ENV BUN_RUNTIME_TRANSPILER_CACHE_PATH=0
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["bun", "src/index.ts"]
