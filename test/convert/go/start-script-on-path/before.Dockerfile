FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o shop .
# Starts it.
COPY scripts/start.sh /usr/local/bin/start-shop
CMD ["start-shop"]
