FROM rust:1.83
WORKDIR /app
COPY . .
RUN cargo build
ENV RUST_LOG=info RUST_BACKTRACE=1
CMD cargo run -- --port 8080
