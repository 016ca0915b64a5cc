# all stages
FROM node:24 AS base
WORKDIR /app
COPY package*.json ./

# what ships
FROM base AS build
ENV NODE_ENV=production
RUN npm install
COPY . .

FROM gcr.io/distroless/nodejs24-debian13:nonroot AS production
ENV NODE_ENV=production
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 3000
CMD ["app.js"]

# for the desk
FROM base AS dev
RUN npm install
CMD ["npm", "run", "dev"]
