FROM golang:1.26
# The office proxy signs with its own authority.
COPY certs/office.crt /usr/local/share/ca-certificates/office.crt
RUN update-ca-certificates
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ["./shop"]
