FROM rust:1.85
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["/app/out/x86_64-unknown-linux-gnu/release/hello"]
