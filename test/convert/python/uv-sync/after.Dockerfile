FROM python:3.12-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /uvx /bin/
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-install-project
COPY . .
RUN { find /usr/local /app -type f \( -name '*.so*' -o -perm -u+x \) -exec ldd {} + 2>/dev/null || :; } \
    | awk '/=> \/(usr\/)?lib/ && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv|gcc_s|stdc\+\+|gomp)\.so|\/lib(ssl|crypto)\.so\.3/ { print $3 }' \
    | sort -u | xargs -r cp -Lt /usr/local/lib \
    && cd /usr/local \
    && rm -rf include lib/python3*/ensurepip lib/python3*/idlelib \
        bin/pip* lib/python3*/site-packages/pip lib/python3*/site-packages/pip-* \
        bin/uv bin/uvx lib/python3*/site-packages/uv lib/python3*/site-packages/uv-*

FROM gcr.io/distroless/cc-debian13:nonroot
ENV PATH="/app/.venv/bin:$PATH"
COPY --from=build /usr/local /usr/local
ENV LANG=C.UTF-8
ENV LD_LIBRARY_PATH=/usr/local/lib
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 8000
CMD ["fastapi", "run", "main.py", "--port", "8000"]
