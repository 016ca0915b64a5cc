FROM golang:1.26 AS build
RUN groupadd -g 1400 shop && useradd -u 1400 -g shop shop
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /opt/shop/bin/shop .
WORKDIR /opt/shop
RUN chown -R shop:shop /opt/shop
RUN mkdir -p /runtime/opt/shop

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=1400:1400 /runtime/opt/shop /opt/shop
WORKDIR /opt/shop
COPY --from=build /opt/shop/bin/shop /opt/shop/bin/shop
USER 1400:1400
ENTRYPOINT ["/opt/shop/bin/shop"]
