FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o server .
HEALTHCHECK CMD ./server -check || exit 1
CMD ["/app/server"]
