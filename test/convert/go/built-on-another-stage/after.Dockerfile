FROM golang:1.26 AS base
WORKDIR /app
COPY . .

FROM base AS build
RUN CGO_ENABLED=0 go build -o web .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
CMD ["/app/web"]
