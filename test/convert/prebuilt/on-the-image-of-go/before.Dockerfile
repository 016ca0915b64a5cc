FROM golang:1.26
WORKDIR /app
RUN curl -fsSL -o /app/shop https://example.com/shop-linux-amd64
RUN chmod +x /app/shop
CMD ["/app/shop"]
