FROM golang:1.26
ADD maps.tar.gz /opt/maps/
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ["./shop"]
