FROM python:3.12 AS builder
COPY requirements.txt .
RUN pip install --prefix=/install -r requirements.txt
FROM python:3.12 AS build
COPY --from=builder /install /usr/local
RUN apt-get update && apt-get install -y libgomp1
WORKDIR /srv/api
COPY . .

FROM python:3.12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /usr/local /usr/local
USER 65532:65532
CMD ["sh", "-c", "uvicorn app.main:app --port $PORT"]
