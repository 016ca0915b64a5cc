FROM node:22 AS web
WORKDIR /web
COPY web/ ./
RUN npm ci && npm run build

FROM python:3.12-slim AS build
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.8.4 /lambda-adapter /opt/extensions/lambda-adapter
COPY --from=mwader/static-ffmpeg:7.0 /ffmpeg /usr/bin/
COPY --from=web /web/dist /var/www/static
ENV LANG=de_DE.UTF-8
WORKDIR /srv/api
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY app app
RUN { find /usr/local -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null || :; } \
    | awk '/=> \/(usr\/)?lib/ && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|gomp)\.so|\/lib(ssl|crypto)\.so\.3/ { print $3 }' \
    | sort -u | xargs -r cp -Lt /usr/local/lib \
    && cd /usr/local \
    && rm -rf include lib/python3*/ensurepip lib/python3*/idlelib \
        bin/pip* lib/python3*/site-packages/pip lib/python3*/site-packages/pip-* \
        bin/uv bin/uvx lib/python3*/site-packages/uv lib/python3*/site-packages/uv-*

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LANG=de_DE.UTF-8
COPY --from=build /usr/local /usr/local
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /opt/extensions/lambda-adapter /opt/extensions/lambda-adapter
COPY --from=build /var/www/static /var/www/static
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
