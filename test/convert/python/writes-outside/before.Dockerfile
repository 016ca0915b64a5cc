FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
VOLUME /data
CMD ["python", "app.py"]
