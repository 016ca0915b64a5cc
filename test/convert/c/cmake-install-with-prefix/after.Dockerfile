FROM debian:trixie-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make libcurl4-openssl-dev libsqlite3-dev
COPY . /src
RUN cmake -S /src -B /build -DCMAKE_INSTALL_PREFIX=/opt/reader && cmake --build /build --parallel 2 && cmake --install /build
WORKDIR /opt/reader
RUN ! ldd /opt/reader/bin/reader | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /opt/reader/bin/reader \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /opt/reader
COPY --from=build /opt/reader/bin/reader /opt/reader/bin/reader
COPY --from=build /opt/reader/share/reader /opt/reader/share/reader
CMD ["/opt/reader/bin/reader"]
