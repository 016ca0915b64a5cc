FROM node:20
RUN npm install -g http-server
WORKDIR /site
COPY . .
EXPOSE 8080
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
CMD ["http-server", ".", "--cors"]
