FROM python:3.11-slim
ENV POETRY_VIRTUALENVS_PATH=/envs
RUN pip install poetry
WORKDIR /app
COPY . .
RUN poetry install
CMD ["poetry", "run", "python", "app.py"]
