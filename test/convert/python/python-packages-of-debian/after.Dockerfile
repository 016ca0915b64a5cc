FROM debian:13 AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3-flask python3-psycopg2 gcc
COPY app.py /srv/app/
WORKDIR /srv/app

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-flask python3-psycopg2 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /srv/app /srv/app
WORKDIR /srv/app
USER 65532:65532
CMD ["python3", "app.py"]
