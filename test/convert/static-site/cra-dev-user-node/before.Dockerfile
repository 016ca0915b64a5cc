FROM node:20-slim

ENV NODE_ENV=development \
    REACT_APP_TITLE=Greeter
WORKDIR /home/node/app
RUN chown node:node /home/node/app
USER node
COPY --chown=node:node package.json ./
RUN npm install
COPY --chown=node:node . .
EXPOSE 3000
HEALTHCHECK --interval=30s CMD wget -q --spider http://localhost:3000/ || exit 1
CMD ["npm", "start"]
