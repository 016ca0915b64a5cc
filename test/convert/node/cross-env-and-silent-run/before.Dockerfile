FROM node:26
WORKDIR /srv/app
COPY . .
RUN npm ci
CMD ["npm", "run", "-s", "serve"]
