FROM node:24 AS client
WORKDIR /client
COPY client/package.json ./
RUN npm install
COPY client/ ./
RUN npm run build

FROM node:24
COPY --from=client /client/dist /client/dist
WORKDIR /server
COPY server/package.json ./
RUN npm install
COPY server/ ./
EXPOSE 4000
CMD ["node", "index.js"]
