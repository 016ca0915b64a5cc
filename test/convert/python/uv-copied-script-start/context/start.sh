#!/bin/sh
set -e
uv run python -m app.prepare
exec uv run uvicorn app.main:app --host 0.0.0.0
