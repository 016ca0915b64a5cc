FROM golang:1.26
RUN apt-get update && apt-get install -y supervisor
WORKDIR /app
COPY . .
RUN go build -o web .
CMD ["supervisord", "-c", "/app/supervisord.conf"]
