FROM golang:1.26
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.4
WORKDIR /app
COPY . .
RUN swag init && go build -o shop .
CMD ["./shop"]
