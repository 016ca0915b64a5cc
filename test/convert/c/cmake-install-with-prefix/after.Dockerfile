FROM debian:trixie-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make libcurl4-openssl-dev libsqlite3-dev
COPY . /src
RUN cmake -S /src -B /build -DCMAKE_INSTALL_PREFIX=/opt/reader && cmake --build /build --parallel 2 && cmake --install /build
WORKDIR /opt/reader

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libcurl4t64 libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /opt/reader
COPY --from=build /opt/reader/bin/reader /opt/reader/bin/reader
COPY --from=build /opt/reader/share/reader /opt/reader/share/reader
USER 65532:65532
CMD ["/opt/reader/bin/reader"]
