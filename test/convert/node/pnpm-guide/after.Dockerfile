FROM node:22 AS base
ENV PNPM_HOME="/pnpm"
ENV PATH="$PNPM_HOME:$PATH"
RUN corepack enable
WORKDIR /app

FROM base AS packages
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --prod --frozen-lockfile

FROM base AS compile
COPY . .
RUN pnpm install --frozen-lockfile
RUN pnpm run build

FROM base AS build
COPY --from=packages /app/node_modules ./node_modules
COPY --from=compile /app/dist ./dist
COPY package.json ./

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 8000
CMD ["dist/server.js"]
