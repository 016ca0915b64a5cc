FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go install ./...

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /go/bin/api /usr/local/bin/api
COPY --from=build /go/bin/admin /usr/local/bin/admin
CMD ["api"]
