FROM python:3.12
RUN pip install pipenv
WORKDIR /srv/api
COPY . .
RUN pipenv install --deploy
EXPOSE 8000
CMD pipenv run python -m app.prepare && pipenv run uvicorn app.main:app --host 0.0.0.0
