FROM golang:1.26
WORKDIR /src
COPY . .
RUN go build -o shop . && install -D -m 0755 shop /opt/shop/bin/shop && strip /opt/shop/bin/shop
ENTRYPOINT ["/opt/shop/bin/shop"]
