FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /web .

FROM ubuntu:24.04 AS builder
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && mkdir -p /var/lib/web
WORKDIR /srv
RUN mkdir -p /runtime/system/srv /runtime/var/lib/web

FROM gcr.io/distroless/static-debian13:nonroot
ENV TZ=Europe/Berlin
COPY --from=builder --chown=65532:65532 /runtime/system/ /
WORKDIR /srv
COPY --from=builder --chown=65532:65532 /runtime/var/lib/web /var/lib/web
COPY --from=build /web ./web
COPY templates templates
CMD ["./web"]
