FROM node:20
COPY app/server.js /srv/app/server.js
WORKDIR /srv/app
EXPOSE 8080
ENTRYPOINT ["node", "server.js"]
