FROM python:3.11-slim-bookworm
WORKDIR /app
COPY . /app
RUN pip install -r requirements.txt
CMD gunicorn -b 0.0.0.0:8000 app:app
