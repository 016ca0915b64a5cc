FROM oven/bun:1.1.38-debian
WORKDIR /app
COPY . .
RUN bun install
CMD ["bun", "src/index.ts"]
