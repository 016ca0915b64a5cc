FROM oven/bun:1
WORKDIR /usr/src/app
COPY --chown=bun:bun . .
RUN bun install
USER bun
ENV DATABASE=/data/app.sqlite
VOLUME /data
CMD ["bun", "--smol", "./src/index.ts"]
