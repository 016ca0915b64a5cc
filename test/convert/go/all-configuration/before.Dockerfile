# syntax=docker/dockerfile:1
FROM golang:1.26

ARG VERSION=dev
ARG BUILD_DATE

# Who to ask.
LABEL org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.created="$BUILD_DATE"
LABEL maintainer="ops@example.com"

ENV CGO_ENABLED=0 \
    LOG_LEVEL=info
ENV DATA_DIR=/data

WORKDIR /app
COPY . .
RUN go build -ldflags "-X main.version=$VERSION" -o server .

RUN useradd --uid 1001 --create-home shop

# Orders are kept here.
VOLUME /data
EXPOSE 8080 9090
STOPSIGNAL SIGINT
USER shop
HEALTHCHECK --interval=30s CMD ["/app/server", "-health"]
ENTRYPOINT ["/app/server"]
CMD ["-serve"]
