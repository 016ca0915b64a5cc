FROM oven/bun:1-slim
WORKDIR /app
COPY . .
RUN bun install
CMD ["run", "start"]
