FROM golang:1.26
RUN mkdir -p /usr/share/places && curl -fsSL -o /usr/share/places/cities.mmdb https://example.com/cities.mmdb
RUN mkdir /keys && openssl genrsa -out /keys/session.pem 2048
WORKDIR /app
COPY . .
RUN go build -o shop .
RUN printf 'currency: EUR\n' > /etc/shop.yaml
CMD ["./shop", "-config", "/etc/shop.yaml"]
