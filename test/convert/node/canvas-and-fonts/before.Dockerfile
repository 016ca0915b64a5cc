FROM node:20-bookworm
RUN apt-get update && apt-get install -y build-essential libcairo2-dev libpango1.0-dev libjpeg-dev
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
CMD ["node", "draw.js"]
