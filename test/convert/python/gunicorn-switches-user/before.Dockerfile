FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["gunicorn", "--user", "www-data", "-b", "0.0.0.0:80", "app:app"]
