FROM python:3.12 AS build
COPY --from=mwader/static-ffmpeg:7.0 /ffmpeg /ffprobe /usr/bin/
WORKDIR /srv/api
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY app app

FROM python:3.12-slim
RUN useradd --no-log-init --uid 65532 --create-home nonroot
COPY --from=build --chown=65532:65532 /srv/api /srv/api
WORKDIR /srv/api
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY --from=build /usr/bin/ffmpeg /usr/bin/ffmpeg
USER 65532:65532
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
