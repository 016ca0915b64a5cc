FROM python:3.11-slim
ENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1
RUN pip install poetry
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry install --no-root
COPY . .
ENV PATH="/app/.venv/bin:$PATH"
CMD ["hypercorn", "app:app", "-b", "0.0.0.0:8000"]
