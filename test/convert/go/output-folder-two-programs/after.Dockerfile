FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN mkdir -p bin && CGO_ENABLED=0 go build -o bin/ ./cmd/...

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/bin/api /app/bin/api
COPY --from=build /app/bin/worker /app/bin/worker
ENTRYPOINT ["/app/bin/api"]
