FROM golang:1.26
RUN CGO_ENABLED=0 go install github.com/grpc-ecosystem/grpc-health-probe@v0.4.37
WORKDIR /app
COPY . .
RUN go build -o shop .
HEALTHCHECK CMD grpc-health-probe -addr=:8080
CMD ["./shop"]
