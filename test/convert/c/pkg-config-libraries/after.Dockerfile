FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc pkg-config libmicrohttpd-dev libssl-dev
WORKDIR /app
COPY . .
RUN gcc main.c -o web $(pkg-config --cflags --libs libmicrohttpd openssl)
RUN ! ldd /app/web | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/web \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/web /app/web
EXPOSE 8080
CMD ["./web"]
