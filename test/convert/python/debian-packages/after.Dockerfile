FROM debian:12 AS build
RUN apt-get update && apt-get install -y python3 python3-pip python3-dev gcc
WORKDIR /app
COPY requirements.txt .
RUN pip3 install --break-system-packages -r requirements.txt
COPY . .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 python3-setuptools \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/lib/python3.11/dist-packages /usr/local/lib/python3.11/dist-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
CMD ["python3", "app.py"]
