FROM golang:1.26 AS build
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o shop .
RUN mkdir -p /runtime/data

FROM gcr.io/distroless/base-nossl-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/data /data
COPY --from=build /app/shop /app/shop
VOLUME /data
EXPOSE 8080
CMD ["/app/shop"]
