FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts

FROM gcr.io/distroless/cc-debian13:nonroot
ENV NODE_ENV=production
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
EXPOSE 8080
USER 1000:1000
CMD ["node", "dist/index.js"]
