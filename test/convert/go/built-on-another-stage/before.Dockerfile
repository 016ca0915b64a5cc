FROM golang:1.26 AS base
WORKDIR /app
COPY . .

FROM base
RUN go build -o web .
CMD ["/app/web"]
