FROM node:22
WORKDIR /app
COPY package.json index.js ./
ENV NODE_ENV=development
EXPOSE 3000
CMD NODE_ENV=production node index.js
