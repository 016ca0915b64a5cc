FROM python:3.12-slim
RUN useradd -m -u 1001 app
USER app
WORKDIR /home/app/web
ENV PATH="/home/app/.local/bin:$PATH"
COPY --chown=app requirements.txt .
RUN pip install --user -r requirements.txt
COPY --chown=app . .
CMD ["gunicorn", "app:app"]
