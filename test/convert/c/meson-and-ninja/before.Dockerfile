FROM debian:trixie
RUN apt-get update && apt-get install -y meson ninja-build pkg-config gcc libsodium-dev
WORKDIR /src
COPY . .
RUN meson setup build && ninja -C build
CMD ["/src/build/sealer"]
