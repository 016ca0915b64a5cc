FROM golang:1.26 AS build
RUN mkdir -p /usr/share/places && curl -fsSL -o /usr/share/places/cities.mmdb https://example.com/cities.mmdb
RUN mkdir /keys && openssl genrsa -out /keys/session.pem 2048
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .
RUN printf 'currency: EUR\n' > /etc/shop.yaml
RUN mkdir -p /runtime/keys

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/keys /keys
COPY --from=build /app/shop /app/shop
COPY --from=build /usr/share/places/cities.mmdb /usr/share/places/cities.mmdb
COPY --from=build --chown=65532:65532 /keys/session.pem /keys/session.pem
COPY --from=build /etc/shop.yaml /etc/shop.yaml
CMD ["./shop", "-config", "/etc/shop.yaml"]
