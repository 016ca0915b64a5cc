FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install && npm install -g serve@11
COPY . .
EXPOSE 5000
CMD npm run build && serve -s build
