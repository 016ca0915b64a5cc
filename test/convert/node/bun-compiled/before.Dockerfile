FROM oven/bun:1
WORKDIR /app
COPY . .
RUN bun install && bun build --compile src/index.ts --outfile server
CMD ["./server"]
