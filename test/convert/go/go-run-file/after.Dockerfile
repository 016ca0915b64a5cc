FROM golang:1.26 AS build

WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/main main.go

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /usr/local/bin/main /usr/local/bin/main
EXPOSE 3000
CMD ["/usr/local/bin/main"]
