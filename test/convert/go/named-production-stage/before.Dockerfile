FROM golang:1.26 AS production
WORKDIR /app
COPY . .
RUN go build -o web .
CMD ["/app/web"]
