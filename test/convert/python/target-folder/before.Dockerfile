FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --target /deps -r requirements.txt
ENV PYTHONPATH=/deps
COPY . .
CMD ["python", "-m", "flask", "run"]
