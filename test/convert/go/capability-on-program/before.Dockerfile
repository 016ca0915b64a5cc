FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o shop . && setcap cap_net_raw=+ep shop
USER 1000
CMD ["./shop"]
