FROM python:3.12-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /uvx /usr/local/bin/
WORKDIR /srv/agent
COPY requirements.txt .
RUN uv pip install --system -r requirements.txt
COPY . .

FROM python:3.12-slim
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /srv/agent /srv/agent
WORKDIR /srv/agent
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
CMD ["python", "agent.py"]
