FROM debian:bookworm AS build
ARG VERSION=2.53.0
RUN apt-get update && apt-get install -y curl ca-certificates && rm -rf /var/lib/apt/lists/*
RUN curl -sSL https://github.com/prometheus/prometheus/releases/download/v${VERSION}/prometheus-${VERSION}.linux-amd64.tar.gz | tar -xz -C /opt --strip-components=1 \
    && mv /opt/prometheus /usr/local/bin/prometheus

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=build /usr/local/bin/prometheus /usr/local/bin/prometheus
COPY prometheus.yml /etc/prometheus/prometheus.yml
USER 0:0
EXPOSE 9090
ENTRYPOINT ["/usr/local/bin/prometheus", "--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
