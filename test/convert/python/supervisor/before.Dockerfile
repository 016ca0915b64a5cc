FROM python:3.12-slim
RUN apt-get update && apt-get install -y supervisor nginx
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
COPY supervisord.conf /etc/supervisor/conf.d/
CMD ["/usr/bin/supervisord", "-n"]
