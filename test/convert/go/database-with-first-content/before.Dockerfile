FROM golang:1.26-bookworm
ENV GOPATH=/
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.4
RUN swag init --generalInfo main.go
RUN go build -o shop .
EXPOSE 8080
CMD ["./shop"]
