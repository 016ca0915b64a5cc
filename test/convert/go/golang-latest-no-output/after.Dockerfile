FROM golang:latest AS build
WORKDIR /go/src/app
COPY . .
RUN CGO_ENABLED=0 go build

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /go/src/app
COPY --from=build /go/src/app/web /go/src/app/web
CMD ["./web"]
