FROM rust:1.85
WORKDIR /app
COPY . .
RUN cargo build --release && cargo clean
CMD ["./target/release/hello"]
