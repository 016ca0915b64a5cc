FROM node:20 AS build
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build

FROM node:20 AS builder
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ > /etc/timezone
RUN mkdir -p /app/logs && chown -R node:node /app
WORKDIR /app
COPY --from=build /app/dist ./dist
COPY --from=build /app/node_modules ./node_modules
COPY package.json ./
COPY data ./data

FROM gcr.io/distroless/cc-debian13:nonroot
ENV TZ=Europe/Berlin
COPY --from=builder /usr/local/bin/node /usr/local/bin/node
COPY --from=builder --chown=1000:1000 /app /app
WORKDIR /app
COPY --from=builder /etc/localtime /etc/localtime
USER 1000:1000
EXPOSE 4000
CMD ["node", "dist/index.js"]
