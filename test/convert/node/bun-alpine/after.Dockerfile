FROM oven/bun:1-alpine AS build
WORKDIR /app
COPY . .
RUN bun install

FROM oven/bun:1-alpine
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["bun", "src/index.ts"]
