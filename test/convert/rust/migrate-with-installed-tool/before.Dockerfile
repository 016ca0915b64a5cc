FROM rust:1.85
RUN cargo install diesel_cli --no-default-features --features postgres
WORKDIR /app
COPY . .
RUN cargo build --release
CMD diesel migration run && ./target/release/hello
