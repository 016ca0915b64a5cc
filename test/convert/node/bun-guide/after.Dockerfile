FROM oven/bun:1 AS base
WORKDIR /usr/src/app

FROM base AS install
RUN mkdir -p /temp/dev
COPY package.json bun.lock /temp/dev/
RUN cd /temp/dev && bun install --frozen-lockfile
RUN mkdir -p /temp/prod
COPY package.json bun.lock /temp/prod/
RUN cd /temp/prod && bun install --frozen-lockfile --production

FROM base AS prerelease
COPY --from=install /temp/dev/node_modules node_modules
COPY . .
ENV NODE_ENV=production
RUN bun test

FROM base AS build
COPY --from=install /temp/prod/node_modules node_modules
COPY --from=prerelease /usr/src/app/index.ts .
COPY --from=prerelease /usr/src/app/package.json .

FROM gcr.io/distroless/cc-debian13:nonroot AS release
COPY --from=build /usr/local/bin/bun /usr/local/bin/bun
ENV BUN_RUNTIME_TRANSPILER_CACHE_PATH=0
COPY --from=build --chown=1000:1000 /usr/src/app /usr/src/app
WORKDIR /usr/src/app
USER 1000:1000
EXPOSE 3000/tcp
ENTRYPOINT [ "bun", "run", "index.ts" ]
