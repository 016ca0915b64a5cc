FROM golang:1.26

WORKDIR /app
COPY . .

EXPOSE 3000
CMD go run main.go
