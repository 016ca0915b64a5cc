FROM python:3.12
COPY --from=mwader/static-ffmpeg:7.0 /ffmpeg /ffprobe /usr/bin/
WORKDIR /srv/api
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY app app
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
