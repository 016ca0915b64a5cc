FROM python:3.12 AS base
ENV PYTHONUNBUFFERED=1
WORKDIR /code

FROM base AS dev
COPY requirements.txt ./
RUN pip install -r requirements.txt
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--reload"]

FROM base AS wheels
COPY requirements.txt ./
RUN pip wheel --wheel-dir /wheels -r requirements.txt

FROM base AS prod
COPY --from=wheels /wheels /wheels
RUN pip install /wheels/*
COPY app ./app
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
