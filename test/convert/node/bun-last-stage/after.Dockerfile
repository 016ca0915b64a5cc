FROM oven/bun:1 AS install
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --production

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=oven/bun:1 /usr/local/bin/bun /usr/local/bin/bun
ENV BUN_RUNTIME_TRANSPILER_CACHE_PATH=0
WORKDIR /app
COPY --from=install --chown=1000:1000 /app/node_modules ./node_modules
COPY --chown=1000:1000 . .
USER 1000:1000
EXPOSE 3000
CMD ["bun", "src/index.ts"]
