FROM python:3.11
WORKDIR /app
COPY . ./
RUN pip install -r requirements.txt
CMD exec gunicorn --bind :$PORT --workers 1 app:app
