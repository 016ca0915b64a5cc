# syntax=docker/dockerfile:1
FROM golang:1.26 AS build

ARG VERSION=dev
ARG BUILD_DATE

ENV CGO_ENABLED=0 \
    LOG_LEVEL=info
ENV DATA_DIR=/data

WORKDIR /app
COPY . .
RUN go build -ldflags "-X main.version=$VERSION" -o server .

RUN useradd --uid 1001 --create-home shop
RUN mkdir -p /runtime/data

FROM gcr.io/distroless/static-debian13:nonroot
ARG VERSION=dev
ARG BUILD_DATE
ENV LOG_LEVEL=info
ENV DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=1001:1001 /runtime/data /data
COPY --from=build /app/server /app/server
# Who to ask.
LABEL org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.created="$BUILD_DATE"
LABEL maintainer="ops@example.com"
# Orders are kept here.
VOLUME /data
EXPOSE 8080 9090
STOPSIGNAL SIGINT
USER 1001:1001
HEALTHCHECK --interval=30s CMD ["/app/server", "-health"]
ENTRYPOINT ["/app/server"]
CMD ["-serve"]
