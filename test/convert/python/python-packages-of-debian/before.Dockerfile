FROM debian:13
RUN apt-get update && apt-get install -y --no-install-recommends python3-flask python3-psycopg2 gcc
COPY app.py /srv/app/
WORKDIR /srv/app
CMD ["python3", "app.py"]
