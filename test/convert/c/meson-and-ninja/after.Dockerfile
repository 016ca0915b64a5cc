FROM debian:trixie AS build
RUN apt-get update && apt-get install -y meson ninja-build pkg-config gcc libsodium-dev
WORKDIR /src
COPY . .
RUN meson setup build && ninja -C build
RUN ! ldd /src/build/sealer | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /src/build/sealer \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /src
COPY --from=build /src/build/sealer /src/build/sealer
CMD ["/src/build/sealer"]
