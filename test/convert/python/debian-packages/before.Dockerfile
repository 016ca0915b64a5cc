FROM debian:12
RUN apt-get update && apt-get install -y python3 python3-pip python3-dev gcc
WORKDIR /app
COPY requirements.txt .
RUN pip3 install --break-system-packages -r requirements.txt
COPY . .
CMD ["python3", "app.py"]
