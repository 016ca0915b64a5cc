FROM python:3.11
RUN curl -sSL https://install.python-poetry.org | python3 -
ENV PATH=/root/.local/bin:$PATH
WORKDIR /app
COPY . .
RUN poetry install
CMD ["poetry", "run", "python", "app.py"]
