FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o shop .

FROM ubuntu:24.04
WORKDIR /srv
COPY --from=build /src/shop .
COPY data data
RUN shop-setup --into /srv/data
CMD ["./shop"]
