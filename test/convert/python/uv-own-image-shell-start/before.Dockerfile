FROM ghcr.io/astral-sh/uv:python3.12-bookworm
WORKDIR /srv/api
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev
COPY . .
EXPOSE 8000
CMD uv run python -m app.prepare && uv run uvicorn app.main:app --host 0.0.0.0
