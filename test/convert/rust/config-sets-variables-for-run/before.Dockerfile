FROM rust:1.85
WORKDIR /app
COPY . .
CMD ["cargo", "run"]
