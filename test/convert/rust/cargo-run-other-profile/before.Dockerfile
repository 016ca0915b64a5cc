FROM rust:1.83
WORKDIR /app
COPY . .
RUN cargo build
ENTRYPOINT ["cargo", "run", "--release", "--bin", "two", "--"]
CMD ["--verbose"]
