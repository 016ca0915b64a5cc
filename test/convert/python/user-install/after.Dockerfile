FROM python:3.12-slim AS build
RUN useradd -m -u 1001 app
USER app
WORKDIR /home/app/web
ENV PATH="/home/app/.local/bin:$PATH"
COPY --chown=app requirements.txt .
RUN pip install --user -r requirements.txt
COPY --chown=app . .
USER root
RUN { find /usr/local /home/app/.local -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null || :; } \
    | awk '/=> \/(usr\/)?lib/ && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|gomp)\.so|\/lib(ssl|crypto)\.so\.3/ { print $3 }' \
    | sort -u | xargs -r cp -Lt /usr/local/lib \
    && cd /usr/local \
    && rm -rf include lib/python3*/ensurepip lib/python3*/idlelib \
        bin/pip* lib/python3*/site-packages/pip lib/python3*/site-packages/pip-* \
        bin/uv bin/uvx lib/python3*/site-packages/uv lib/python3*/site-packages/uv-*

FROM gcr.io/distroless/cc-debian13:nonroot
ENV PATH="/home/app/.local/bin:$PATH"
COPY --from=build /usr/local /usr/local
ENV LANG=C.UTF-8
ENV LD_LIBRARY_PATH=/usr/local/lib
ENV HOME=/home/app
COPY --from=build --chown=1001:1001 /home/app/web /home/app/web
WORKDIR /home/app/web
COPY --from=build /home/app/.local /home/app/.local
USER 1001:1001
CMD ["gunicorn", "app:app"]
