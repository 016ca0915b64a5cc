FROM node:22 AS web
WORKDIR /web
COPY web/ ./
RUN npm ci && npm run build

FROM python:3.12-slim
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.8.4 /lambda-adapter /opt/extensions/lambda-adapter
COPY --from=mwader/static-ffmpeg:7.0 /ffmpeg /usr/bin/
COPY --from=web /web/dist /var/www/static
ENV LANG=de_DE.UTF-8
WORKDIR /srv/api
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY app app
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
