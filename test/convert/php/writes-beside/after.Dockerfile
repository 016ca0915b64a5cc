FROM php:8.3-cli AS build
WORKDIR /app
COPY . .
RUN find /usr/local/bin/php /usr/local/lib/php/extensions -type f -exec ldd {} + 2>/dev/null \
    | awk '/=> \/(usr\/)?lib/ { print $3 }' | sort -u \
    | grep -vE '/lib(c|m|dl|rt|pthread|util|resolv)\.so' | xargs -r cp -Lt /usr/local/lib

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/local/bin/php /usr/local/bin/php
COPY --from=build /usr/local/lib /usr/local/lib
COPY --from=build /usr/local/etc /usr/local/etc
ENV PHP_INI_DIR=/usr/local/etc/php
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
CMD ["php", "jobs.php"]
