FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o shop .
COPY --chmod=755 scripts/start.sh /usr/local/bin/start-shop
CMD ["start-shop"]
