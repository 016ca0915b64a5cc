FROM golang:1.26
WORKDIR /app
COPY . .
ADD .env /
RUN go build -o shop .
CMD ["/app/shop"]
