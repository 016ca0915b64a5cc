FROM golang:1.26 AS compiled
WORKDIR /app
COPY . .
RUN go build -o notes .

FROM compiled AS test
RUN go test ./...

FROM compiled AS prod
EXPOSE 8080
CMD ["./notes"]
