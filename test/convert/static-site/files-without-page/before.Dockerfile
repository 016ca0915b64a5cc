FROM node:20-slim
WORKDIR /
COPY downloads /downloads
EXPOSE 8080
CMD ["npx", "-y", "http-server@14", "/downloads", "-p", "8080"]
