FROM golang:1.26-alpine3.22
RUN apk add --no-cache git ca-certificates tzdata
WORKDIR /app
COPY . .
RUN go build -ldflags="-s -w" -o web .
CMD ["/app/web"]
