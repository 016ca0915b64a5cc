FROM python:3.12-slim
RUN apt-get update && apt-get install -y curl && curl -fsSL https://packages.example.com/setup.sh | bash - && apt-get install -y shop-tools
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
