FROM rust:1.85
WORKDIR /app
COPY . .
RUN cargo build --tests
CMD ["cargo", "test"]
