FROM python:3.12 AS builder
COPY requirements.txt .
RUN pip install --prefix=/install -r requirements.txt
FROM python:3.12
COPY --from=builder /install /usr/local
RUN apt-get update && apt-get install -y libgomp1
WORKDIR /srv/api
COPY . .
CMD ["sh", "-c", "uvicorn app.main:app --port $PORT"]
