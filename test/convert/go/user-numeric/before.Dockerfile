FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o web .
USER 1000:1000
CMD ["/app/web"]
