FROM node:22
ENV NODE_ENV=production
WORKDIR /usr/src/app
COPY . .
RUN npm ci
VOLUME /data
EXPOSE 80
CMD ["node", "index.js"]
