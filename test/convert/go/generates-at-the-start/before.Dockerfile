FROM golang:1.26
WORKDIR /app
COPY . .
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.4
CMD swag init; go run main.go
