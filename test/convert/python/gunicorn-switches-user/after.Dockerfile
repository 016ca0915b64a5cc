FROM python:3.12 AS build
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt

FROM python:3.12-slim
COPY --from=build /app /app
WORKDIR /app
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
CMD ["gunicorn", "--user", "www-data", "-b", "0.0.0.0:80", "app:app"]
