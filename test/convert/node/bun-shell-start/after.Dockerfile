FROM oven/bun:1 AS build
WORKDIR /app
COPY . .
RUN bun install

FROM oven/bun:1-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD bun run src/migrate.ts && bun run src/index.ts
