FROM golang:1.26 AS build
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o shop .
RUN mkdir -p /runtime/data

FROM gcr.io/distroless/base-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/data /data
COPY --from=build /app/shop /app/shop
VOLUME /data
CMD ["/app/shop"]
