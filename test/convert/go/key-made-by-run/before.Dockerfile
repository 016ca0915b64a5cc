FROM golang:1.26
WORKDIR /app
COPY . .
RUN openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 365 -subj /CN=localhost
RUN go build -o shop .
EXPOSE 8443
CMD ["./shop"]
