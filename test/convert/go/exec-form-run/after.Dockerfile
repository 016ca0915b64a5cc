FROM golang:1.26 AS build
WORKDIR /app
COPY . .
ENV CGO_ENABLED=0
RUN ["go", "build", "-o", "/app/web", "."]

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
ENTRYPOINT ["/app/web"]
