FROM golang:1.26
RUN apt-get update && apt-get install -y redis-server
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD redis-server --daemonize yes && ./shop
