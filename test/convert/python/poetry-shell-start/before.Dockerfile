FROM python:3.12
RUN pip install poetry
ENV POETRY_NO_INTERACTION=1
RUN poetry config virtualenvs.create false
WORKDIR /srv/api
COPY . .
RUN poetry install --no-root
EXPOSE 8000
CMD poetry run python -m app.prepare && poetry run uvicorn app.main:app --host 0.0.0.0
