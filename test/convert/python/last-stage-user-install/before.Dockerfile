FROM python:3.12 AS builder
COPY requirements.txt .
RUN pip install --user -r requirements.txt
FROM python:3.12
COPY --from=builder /root/.local /root/.local
ENV PATH=/root/.local/bin:$PATH
WORKDIR /srv/api
COPY . .
RUN python -m compileall .
CMD ["uvicorn", "app.main:app"]
