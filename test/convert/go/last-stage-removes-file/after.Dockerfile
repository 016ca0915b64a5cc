FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM ubuntu:24.04 AS builder
WORKDIR /srv
COPY --from=build /src/shop .
COPY data data
RUN rm data/costs.csv

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /srv
COPY --from=builder /srv/shop /srv/shop
COPY --from=builder /srv/data /srv/data
CMD ["./shop"]
