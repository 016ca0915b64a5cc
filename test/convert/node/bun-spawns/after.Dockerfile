FROM oven/bun:1.1.38-debian AS build
WORKDIR /app
COPY . .
RUN bun install

FROM oven/bun:1.1.38-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["bun", "src/index.ts"]
