FROM ghcr.io/astral-sh/uv:python3.12-bookworm AS build
WORKDIR /srv/api
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev
COPY . .

FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim
COPY --from=build /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
EXPOSE 8000
CMD uv run python -m app.prepare && uv run uvicorn app.main:app --host 0.0.0.0
