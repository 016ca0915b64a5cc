FROM python:3.12
WORKDIR /app
# first, so that they are cached
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
EXPOSE 5000
CMD ["python", "app.py"]
