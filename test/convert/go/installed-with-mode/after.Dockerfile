FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o shop . && install -D -m 0755 shop /opt/shop/bin/shop && strip /opt/shop/bin/shop

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /opt/shop/bin/shop /opt/shop/bin/shop
ENTRYPOINT ["/opt/shop/bin/shop"]
