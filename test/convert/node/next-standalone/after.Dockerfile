FROM node:24-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci
COPY ./ ./
RUN npm run build \
 && cp -r public .next/standalone/ \
 && cp -r .next/static .next/standalone/.next/

FROM gcr.io/distroless/nodejs24-debian13:nonroot
ENV NODE_ENV="production"
WORKDIR /site
COPY --from=build --chown=65532:65532 /site/.next/standalone /site/.next/standalone
EXPOSE 3000
CMD [".next/standalone/server.js"]
