FROM python:3.12 AS build
RUN pip install poetry
ENV POETRY_NO_INTERACTION=1
RUN poetry config virtualenvs.create false
WORKDIR /srv/api
COPY . .
RUN poetry install --no-root

FROM python:3.12-slim
ENV POETRY_NO_INTERACTION=1
COPY --from=build /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY --from=build /root/.config/pypoetry /root/.config/pypoetry
EXPOSE 8000
CMD poetry run python -m app.prepare && poetry run uvicorn app.main:app --host 0.0.0.0
