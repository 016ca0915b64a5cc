FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make libcurl4-openssl-dev libsqlite3-dev
COPY . /src
RUN cmake -S /src -B /build -DCMAKE_INSTALL_PREFIX=/opt/reader && cmake --build /build --parallel 2 && cmake --install /build
WORKDIR /opt/reader
CMD ["/opt/reader/bin/reader"]
