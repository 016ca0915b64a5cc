FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot AS app
WORKDIR /src
COPY --from=build /app /app
CMD ["/app"]

FROM golang:1.26 AS test
WORKDIR /src
COPY . .
RUN go build ./...
CMD ["go", "test", "./..."]
