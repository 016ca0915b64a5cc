FROM node:22

WORKDIR /usr/src/app

# manifests first, so that the packages stay cached
COPY package*.json ./
RUN npm install

COPY . .

EXPOSE 3000
CMD ["npm", "start"]
