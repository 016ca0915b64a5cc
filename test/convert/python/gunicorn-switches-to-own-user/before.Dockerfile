FROM python:3.12
RUN useradd -m web
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["gunicorn", "--user=web", "-b", "0.0.0.0:80", "app:app"]
