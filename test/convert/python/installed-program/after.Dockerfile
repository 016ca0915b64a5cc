FROM python:3.12 AS build
RUN pip install --no-cache-dir datasette

FROM python:3.12-slim
WORKDIR /
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
EXPOSE 8001
CMD ["datasette", "serve", "--host", "0.0.0.0"]
