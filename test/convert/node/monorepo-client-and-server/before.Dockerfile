FROM node:20
WORKDIR /app
COPY client ./client
COPY server ./server
RUN cd client && npm install && npm run build
WORKDIR /app/server
RUN npm install
EXPOSE 5000
CMD ["node", "index.js"]
