FROM golang:1.26 AS build
ENV APP_HOME=$GOPATH/src/app
WORKDIR $APP_HOME
COPY . .
RUN CGO_ENABLED=0 go build -o web .

FROM gcr.io/distroless/static-debian13:nonroot
ENV APP_HOME=/go/src/app
WORKDIR /go/src/app
COPY --from=build /go/src/app/web /go/src/app/web
CMD ["./web"]
