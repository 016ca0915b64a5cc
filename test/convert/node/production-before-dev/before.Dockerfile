# all stages
FROM node:24 AS base
WORKDIR /app
COPY package*.json ./

# what ships
FROM base AS production
ENV NODE_ENV=production
RUN npm install
COPY . .
EXPOSE 3000
CMD ["node", "app.js"]

# for the desk
FROM base AS dev
RUN npm install
CMD ["npm", "run", "dev"]
