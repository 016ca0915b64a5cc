FROM node:22 AS build
ENV PNPM_HOME="/pnpm"
ENV PATH="$PNPM_HOME:$PATH"
ENV ROOT=/srv
ENV PATH="$ROOT/tools:$PATH"
RUN corepack enable
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile
COPY . .

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV ROOT=/srv
ENV PATH="$ROOT/tools:$PATH"
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["server.js"]
