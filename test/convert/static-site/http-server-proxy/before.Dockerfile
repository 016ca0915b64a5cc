FROM node:20
WORKDIR /app
COPY . .
CMD ["npx", "http-server", "pages", "--proxy", "http://api:8080"]
