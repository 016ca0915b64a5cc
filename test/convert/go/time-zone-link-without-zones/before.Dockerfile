FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /web .

FROM ubuntu:24.04
ENV TZ=Europe/Berlin
RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && mkdir -p /var/lib/web
WORKDIR /srv
COPY --from=build /web ./web
COPY templates templates
CMD ["./web"]
