FROM node:22
RUN npm install -g socket.io
ENV NODE_PATH=/usr/local/lib/node_modules
WORKDIR /app
ENTRYPOINT ["node", "app.js"]
