FROM debian:12
RUN apt-get update && apt-get install -y nodejs npm && npm install -g n && n stable
WORKDIR /app
COPY . .
RUN npm install
CMD ["node", "index.js"]
