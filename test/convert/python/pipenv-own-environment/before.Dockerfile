FROM python:3.11
RUN pip install pipenv
WORKDIR /app
COPY . .
RUN pipenv install
CMD ["pipenv", "run", "python", "app.py"]
