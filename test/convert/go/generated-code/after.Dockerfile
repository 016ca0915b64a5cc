FROM golang:1.26 AS build
RUN go install github.com/a-h/templ/cmd/templ@v0.2.778
WORKDIR /app
COPY . .
RUN templ generate && go generate ./...
RUN CGO_ENABLED=0 go build -o site .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/site /app/site
CMD ["/app/site"]
