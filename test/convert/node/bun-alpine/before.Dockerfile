FROM oven/bun:1-alpine
WORKDIR /app
COPY . .
RUN bun install
CMD ["bun", "src/index.ts"]
