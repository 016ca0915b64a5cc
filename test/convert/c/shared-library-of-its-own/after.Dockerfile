FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y cmake g++
WORKDIR /app
COPY . .
RUN cmake -B build && cmake --build build
RUN ! ldd /app/build/app | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/build/app \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/build/app /app/build/app
CMD ["./build/app"]
