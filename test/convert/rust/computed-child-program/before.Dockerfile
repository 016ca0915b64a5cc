FROM rust:1.85-alpine
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/hello"]
