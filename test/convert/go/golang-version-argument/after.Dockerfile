ARG GO_VERSION=1.26
FROM golang:${GO_VERSION} AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o bin/app ./cmd/app

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/bin/app /app/bin/app
ENTRYPOINT ["/app/bin/app"]
