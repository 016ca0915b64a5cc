FROM node:22
RUN corepack enable
RUN npm install -g nodemon
WORKDIR /app
COPY package.json pnpm-lock.yaml ./
RUN pnpm install
COPY . .
CMD ["nodemon", "--watch", "src", "--exec", "pnpm", "start"]
