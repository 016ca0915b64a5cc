FROM python:3.11-slim AS build
WORKDIR /app
COPY . ./
RUN pip install -r requirements.txt

FROM python:3.11-slim
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
CMD exec gunicorn --bind :$PORT --workers 1 app:app
