FROM golang:1.26
RUN go install github.com/air-verse/air@v1.61.7
WORKDIR /app
COPY . .
RUN go build -o shop .
ENTRYPOINT air -c .air.toml
