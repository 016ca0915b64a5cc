FROM gcc:14 AS build
WORKDIR /app
COPY . .
RUN gcc -fsanitize=address main.c -o app
RUN ! ldd /app/app | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/app \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/app /app/app
CMD ["./app"]
