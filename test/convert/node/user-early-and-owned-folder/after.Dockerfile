FROM node:18-alpine AS build
RUN mkdir -p /home/node/app/node_modules && chown -R node:node /home/node/app
WORKDIR /home/node/app
COPY package*.json ./
USER node
RUN npm install --omit=dev
COPY --chown=node:node . .

FROM node:18-alpine
COPY --from=build --chown=1000:1000 /home/node/app /home/node/app
WORKDIR /home/node/app
USER 1000:1000
EXPOSE 8080
CMD [ "node", "app.js" ]
