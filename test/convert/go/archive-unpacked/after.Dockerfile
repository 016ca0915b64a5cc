FROM golang:1.26 AS build
ADD maps.tar.gz /opt/maps/
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /opt/maps /opt/maps
CMD ["./shop"]
