FROM rust:1.85
WORKDIR /app
COPY . .
RUN cargo build --release --locked
CMD ["./target/release/embed"]
