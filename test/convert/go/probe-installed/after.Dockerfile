FROM golang:1.26 AS build
RUN CGO_ENABLED=0 go install github.com/grpc-ecosystem/grpc-health-probe@v0.4.37
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /go/bin/grpc-health-probe /usr/local/bin/grpc-health-probe
HEALTHCHECK CMD ["grpc-health-probe", "-addr=:8080"]
CMD ["./shop"]
