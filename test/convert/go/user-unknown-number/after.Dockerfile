FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o web . && adduser --system web

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
COPY --chown=65532:65532 config.yaml /etc/web/config.yaml
CMD ["/app/web", "-config", "/etc/web/config.yaml"]
