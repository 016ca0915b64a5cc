FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD FLASK_APP=app.py flask run --host 0.0.0.0
