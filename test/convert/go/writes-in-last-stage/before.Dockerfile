FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go build -o shop .

FROM ubuntu:24.04
WORKDIR /srv
COPY --from=build /app/shop .
CMD ["./shop"]
