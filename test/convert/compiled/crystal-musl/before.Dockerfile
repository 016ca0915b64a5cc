FROM crystallang/crystal:1.14.0-alpine
WORKDIR /app
COPY . .
RUN crystal build --release src/shelf.cr
CMD ["./shelf"]
