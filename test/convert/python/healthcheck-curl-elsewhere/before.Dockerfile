FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
HEALTHCHECK --interval=5s CMD ["curl", "-fsS", "-H", "Host: example.com", "http://localhost:5000/ping"]
CMD ["python", "app.py"]
