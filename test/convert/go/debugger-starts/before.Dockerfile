FROM golang:1.26
RUN go install github.com/go-delve/delve/cmd/dlv@v1.24.0
WORKDIR /app
COPY . .
RUN go build -gcflags "all=-N -l" -o shop .
CMD ["dlv", "exec", "./shop"]
