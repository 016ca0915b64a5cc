FROM node:20-bookworm AS build
RUN apt-get update && apt-get install -y build-essential libcairo2-dev libpango1.0-dev libjpeg-dev
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .

FROM node:20-bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core libcairo2 libjpeg62-turbo libpango-1.0-0 libpangocairo-1.0-0 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
CMD ["node", "draw.js"]
