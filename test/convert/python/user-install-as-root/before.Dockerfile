FROM python:3.12
WORKDIR /app
COPY . .
RUN pip install --user -r requirements.txt
ENV PATH=/root/.local/bin:$PATH
CMD ["gunicorn", "app:app"]
