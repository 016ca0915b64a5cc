FROM golang:1.26 AS build
WORKDIR /srv
COPY . .
RUN touch state.json
RUN CGO_ENABLED=0 go build -o shop .
RUN mkdir -p /runtime/system/srv

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/system/ /
WORKDIR /srv
COPY --from=build /srv/shop /srv/shop
COPY --from=build --chown=65532:65532 /srv/upload /srv/upload
COPY --from=build /srv/config/config.json /srv/config/config.json
COPY --from=build --chown=65532:65532 /srv/state.json /srv/state.json
CMD ["/srv/shop", "/srv/config/config.json", "state.json"]
