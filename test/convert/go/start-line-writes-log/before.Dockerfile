FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ["/bin/bash", "-c", "./shop 2>&1 | tee /var/log/shop.log"]
