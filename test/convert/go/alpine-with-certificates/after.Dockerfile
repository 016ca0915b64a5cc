FROM golang:1.26-alpine3.22 AS build
RUN apk add --no-cache git ca-certificates tzdata
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -ldflags="-s -w" -o web .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
CMD ["/app/web"]
