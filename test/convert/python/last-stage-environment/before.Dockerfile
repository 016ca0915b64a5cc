FROM python:3.12 AS builder
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt .
RUN pip install -r requirements.txt
FROM python:3.12
RUN useradd -m app
COPY --from=builder --chown=app:app /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv/api
COPY --chown=app:app . .
RUN mkdir -p /data && chown app /data
USER app
CMD ["uvicorn", "app.main:app"]
