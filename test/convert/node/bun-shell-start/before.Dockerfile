FROM oven/bun:1
WORKDIR /app
COPY . .
RUN bun install
CMD bun run src/migrate.ts && bun run src/index.ts
