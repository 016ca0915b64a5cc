FROM python:3.11-slim
WORKDIR /app
COPY . ./
RUN pip install --no-cache-dir -r requirements.txt
CMD exec gunicorn --bind :$PORT --workers 1 app:app
