FROM golang:1.26
RUN groupadd -g 1400 shop && useradd -u 1400 -g shop shop
WORKDIR /src
COPY . .
RUN go build -o /opt/shop/bin/shop .
WORKDIR /opt/shop
RUN chown -R shop:shop /opt/shop
USER shop
ENTRYPOINT ["/opt/shop/bin/shop"]
