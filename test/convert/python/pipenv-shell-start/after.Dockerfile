FROM python:3.12 AS build
RUN pip install pipenv
WORKDIR /srv/api
COPY . .
RUN pipenv install --deploy

FROM python:3.12-slim
COPY --from=build /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY --from=build /root/.local/share/virtualenvs /root/.local/share/virtualenvs
EXPOSE 8000
CMD pipenv run python -m app.prepare && pipenv run uvicorn app.main:app --host 0.0.0.0
