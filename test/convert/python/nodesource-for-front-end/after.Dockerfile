FROM python:3.12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates \
    && curl -fsSL https://deb.nodesource.com/setup_22.x | bash - \
    && apt-get install -y nodejs
WORKDIR /srv/shop
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
RUN cd web && npm ci && npm run build
RUN { find /usr/local -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null || :; } \
    | awk '/=> \/(usr\/)?lib/ && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|gomp)\.so|\/lib(ssl|crypto)\.so\.3/ { print $3 }' \
    | sort -u | xargs -r cp -Lt /usr/local/lib \
    && cd /usr/local \
    && rm -rf include lib/python3*/ensurepip lib/python3*/idlelib \
        bin/pip* lib/python3*/site-packages/pip lib/python3*/site-packages/pip-* \
        bin/uv bin/uvx lib/python3*/site-packages/uv lib/python3*/site-packages/uv-*

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/local /usr/local
ENV LANG=C.UTF-8
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /srv/shop /srv/shop
WORKDIR /srv/shop
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app.main:app"]
