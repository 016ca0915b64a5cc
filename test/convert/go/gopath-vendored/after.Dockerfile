FROM golang:1.10 AS build
WORKDIR /go/src/github.com/acme/legacy
COPY . .
RUN CGO_ENABLED=0 go install github.com/acme/legacy/cmd/legacyd

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /go/src/github.com/acme/legacy
COPY --from=build /go/bin/legacyd /usr/local/bin/legacyd
CMD ["legacyd"]
