FROM oven/bun:1 AS build
WORKDIR /usr/src/app
COPY --chown=bun:bun . .
RUN bun install
RUN mkdir -p /runtime/data

FROM gcr.io/distroless/cc-debian13:nonroot
ENV DATABASE=/data/app.sqlite
COPY --from=build /usr/local/bin/bun /usr/local/bin/bun
ENV BUN_RUNTIME_TRANSPILER_CACHE_PATH=0
COPY --from=build --chown=1000:1000 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
COPY --from=build --chown=1000:1000 /runtime/data /data
USER 1000:1000
VOLUME /data
CMD ["bun", "--smol", "./src/index.ts"]
