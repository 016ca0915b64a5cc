FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential autoconf automake
COPY . /usr/src/echo
RUN cd /usr/src/echo && autoreconf -fi && ./configure && make && make install
RUN ! ldd /usr/local/bin/echo-server | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /usr/local/bin/echo-server \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /
COPY --from=build /usr/local/bin/echo-server /usr/local/bin/echo-server
ENTRYPOINT ["echo-server"]
CMD ["--port", "7000"]
