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

FROM base AS build
COPY --from=wheels /wheels /wheels
RUN pip install /wheels/*
COPY app ./app

FROM python:3.12-slim AS prod
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
ENV PYTHONUNBUFFERED=1
COPY --from=build --chown=65532:65532 /code /code
WORKDIR /code
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
