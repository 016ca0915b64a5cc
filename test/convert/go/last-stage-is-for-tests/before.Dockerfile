FROM golang:1.26 AS app
WORKDIR /src
COPY . .
RUN go build -o /app .
CMD ["/app"]

FROM golang:1.26 AS test
WORKDIR /src
COPY . .
RUN go build ./...
CMD ["go", "test", "./..."]
