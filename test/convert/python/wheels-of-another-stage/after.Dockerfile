FROM python:3.12 AS base
ENV PYTHONUNBUFFERED=1
WORKDIR /code

FROM base AS dev
COPY requirements.txt ./
RUN pip install -r requirements.txt
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--reload"]

FROM base AS wheels
COPY requirements.txt ./
RUN pip wheel --wheel-dir /wheels -r requirements.txt

FROM base AS build
COPY --from=wheels /wheels /wheels
RUN pip install /wheels/*
COPY app ./app
RUN { find /usr/local -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null || :; } \
    | awk '/=> \/(usr\/)?lib/ && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|gomp)\.so|\/lib(ssl|crypto)\.so\.3/ { print $3 }' \
    | sort -u | xargs -r cp -Lt /usr/local/lib \
    && cd /usr/local \
    && rm -rf include lib/python3*/ensurepip lib/python3*/idlelib \
        bin/pip* lib/python3*/site-packages/pip lib/python3*/site-packages/pip-* \
        bin/uv bin/uvx lib/python3*/site-packages/uv lib/python3*/site-packages/uv-*

FROM gcr.io/distroless/cc-debian13:nonroot AS prod
ENV PYTHONUNBUFFERED=1
COPY --from=build /usr/local /usr/local
ENV LANG=C.UTF-8
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /code /code
WORKDIR /code
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
