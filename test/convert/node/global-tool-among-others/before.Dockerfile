FROM node:20
WORKDIR /app
COPY . .
RUN npm install -g nodemon && npm install && apt-get update && apt-get install -y git
CMD ["nodemon", "server.js"]
