FROM python:3.12-slim
COPY requirements.txt /tmp/
RUN pip install -r /tmp/requirements.txt
COPY app /opt/app
COPY conf/settings.ini /etc/demo/settings.ini
WORKDIR /opt/app
LABEL maintainer=me
USER nobody
CMD ["python", "main.py"]
