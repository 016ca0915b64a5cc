FROM golang:1.26-alpine
RUN apk add --no-cache tzdata && cp /usr/share/zoneinfo/Europe/Vienna /etc/localtime
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ["./shop"]
