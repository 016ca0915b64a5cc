FROM golang:1.26
RUN go install github.com/bufbuild/buf/cmd/buf@v1.50.0
WORKDIR /app
COPY . .
RUN buf generate && go build -o shop .
CMD ["./shop"]
