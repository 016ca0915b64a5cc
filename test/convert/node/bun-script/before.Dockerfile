FROM oven/bun
COPY . .
RUN bun install
EXPOSE 3000
ENTRYPOINT ["bun", "run", "start"]
