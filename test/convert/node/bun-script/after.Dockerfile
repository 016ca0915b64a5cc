FROM oven/bun AS build
COPY . .
RUN bun install

FROM gcr.io/distroless/cc-debian13:nonroot
ENV NODE_ENV=production
COPY --from=build /usr/local/bin/bun /usr/local/bin/bun
ENV BUN_RUNTIME_TRANSPILER_CACHE_PATH=0
COPY --from=build --chown=65532:65532 /home/bun/app /home/bun/app
WORKDIR /home/bun/app
EXPOSE 3000
ENTRYPOINT ["bun", "src/index.ts"]
