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

FROM base
COPY --from=packages /app/node_modules ./node_modules
COPY --from=compile /app/dist ./dist
COPY package.json ./
EXPOSE 8000
CMD ["pnpm", "start"]
