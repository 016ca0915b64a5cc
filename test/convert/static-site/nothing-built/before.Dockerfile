FROM node:20
WORKDIR /app
COPY package.json /app/
CMD ["npx", "serve", "-s", "build"]
