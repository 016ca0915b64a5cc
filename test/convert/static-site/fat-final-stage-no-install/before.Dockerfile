FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:20
WORKDIR /web
COPY --from=build /app/dist ./dist
EXPOSE 3000
CMD ["npx", "serve@14", "-s", "dist", "-l", "3000"]
