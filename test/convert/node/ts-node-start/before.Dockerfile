FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
ENTRYPOINT ["npx", "ts-node", "src/bot.ts"]
