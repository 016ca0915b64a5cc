FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
HEALTHCHECK CMD curl -f http://localhost:5000/ || exit 1
CMD flask run --port $PORT
