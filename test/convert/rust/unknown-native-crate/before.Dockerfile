FROM rust:1.85
RUN apt-get update && apt-get install -y libopencv-dev clang
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/eyes"]
