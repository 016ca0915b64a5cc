FROM python:3.12
WORKDIR /app
COPY . .
RUN curl -sSL https://example.com/install.sh | bash
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
