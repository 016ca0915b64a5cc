FROM node:20
RUN apt-get update && apt-get install -y tini git && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN npm ci && npm run build
VOLUME /app/uploads
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["sh", "./start.sh"]
