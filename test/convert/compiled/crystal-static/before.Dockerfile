FROM crystallang/crystal:1.14.0-alpine
WORKDIR /app
COPY . .
RUN crystal build --static --release src/shelf.cr -o /usr/local/bin/shelf
CMD ["shelf", "--port", "8080"]
