FROM crystallang/crystal:1.14.0
WORKDIR /app
COPY shard.yml shard.lock ./
RUN shards install --production
COPY . .
RUN shards build --production --release
EXPOSE 3000
CMD ["bin/shelf"]
