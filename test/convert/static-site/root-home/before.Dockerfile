FROM node:20
WORKDIR /root/app
COPY . .
RUN npm ci && npm run build
EXPOSE 80
CMD ["npx", "serve", "-s", "dist", "-p", "80"]
