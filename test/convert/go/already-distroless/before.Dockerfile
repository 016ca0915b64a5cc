FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /web .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /web /web
ENTRYPOINT ["/web"]
