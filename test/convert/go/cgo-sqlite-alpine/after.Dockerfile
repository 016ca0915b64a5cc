FROM golang:1.26-alpine AS build
RUN apk add --no-cache gcc musl-dev
ENV CGO_ENABLED=1
WORKDIR /app
COPY . .
RUN go build -o shop .
RUN mkdir -p /runtime/data

FROM alpine:3.24
RUN apk add --no-cache ca-certificates
RUN adduser -D -u 65532 nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/data /data
COPY --from=build /app/shop /app/shop
USER 65532:65532
CMD ["/app/shop"]
