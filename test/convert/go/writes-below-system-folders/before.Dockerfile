FROM golang:1.26
WORKDIR /app
COPY . .
RUN mkdir -p /var/lib/shop/orders /var/run/shop && go build -o server .
EXPOSE 8080
CMD ["./server"]
