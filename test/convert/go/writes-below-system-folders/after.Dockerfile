FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN mkdir -p /var/lib/shop/orders /var/run/shop && CGO_ENABLED=0 go build -o server .
RUN mkdir -p /runtime/app /runtime/var/lib/shop/orders /runtime/system/var/log /runtime/var/run/shop

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/app /app
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/var/lib/shop /var/lib/shop
COPY --from=build --chown=65532:65532 /runtime/system/var/ /var/
COPY --from=build --chown=65532:65532 /runtime/var/run/shop /var/run/shop
COPY --from=build /app/server /app/server
EXPOSE 8080
CMD ["./server"]
