FROM python:3.12-slim
RUN apt-get update && apt-get install -y libcap2-bin && setcap cap_net_bind_service=+ep /usr/local/bin/python3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
