FROM python:3.12-slim
ENV HF_HOME=/models
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt && python download.py
CMD ["python", "app.py"]
