FROM node:22
WORKDIR /app
RUN git clone --depth 1 https://github.com/example/example.git . && npm ci
CMD ["npm", "start"]
