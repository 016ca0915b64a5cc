FROM golang:1.26 AS build
COPY ./src /kit
WORKDIR /kit
RUN CGO_ENABLED=0 GOAMD64=v3 go build -o /usr/local/bin/kit ./cmd/kit

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /kit
COPY --from=build /usr/local/bin/kit /usr/local/bin/kit
CMD ["/usr/local/bin/kit"]
