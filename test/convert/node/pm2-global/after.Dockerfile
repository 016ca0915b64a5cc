FROM node:20 AS build
WORKDIR /app
COPY package*.json ./
RUN npm install --production
COPY . .

FROM node:20-slim
RUN npm install -g pm2
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
EXPOSE 3000
CMD ["pm2-runtime", "start", "ecosystem.config.js"]
