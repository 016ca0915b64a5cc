FROM ubuntu:22.04
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && apt-get install -y python3 python3-pip python3-numpy build-essential
COPY . /srv/tool
WORKDIR /srv/tool
RUN pip3 install -r requirements.txt
CMD ["gunicorn", "app:app"]
