FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD tail -f /dev/null
