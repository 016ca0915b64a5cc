FROM php:7.2-cli AS build
WORKDIR /app
COPY . .
RUN find /usr/local/bin/php /usr/local/lib/php/extensions -type f -exec ldd {} + 2>/dev/null \
    | awk '/=> \/(usr\/)?lib/ { print $3 }' | sort -u \
    | grep -vE '/lib(c|m|dl|rt|pthread|util|resolv)\.so' | xargs -r cp -Lt /usr/local/lib

FROM debian:buster-slim
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build /usr/local/bin/php /usr/local/bin/php
COPY --from=build /usr/local/lib /usr/local/lib
COPY --from=build /usr/local/etc /usr/local/etc
ENV PHP_INI_DIR=/usr/local/etc/php
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
USER 65532:65532
CMD php -S 0.0.0.0:${PORT:-8000}
