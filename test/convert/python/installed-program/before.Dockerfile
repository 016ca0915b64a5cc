FROM python:3.12
RUN pip install --no-cache-dir datasette
EXPOSE 8001
CMD ["datasette", "serve", "--host", "0.0.0.0"]
