FROM python:3.12-alpine AS build
RUN apk add --no-cache gcc musl-dev postgresql-dev
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .

FROM python:3.12-alpine
RUN apk add --no-cache libgcc libpq
RUN adduser -D -u 65532 nonroot
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
USER 65532:65532
EXPOSE 5000
CMD ["python", "app.py"]
