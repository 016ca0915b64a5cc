FROM rust:1.85

WORKDIR /app
COPY Cargo.toml Cargo.lock ./
RUN mkdir src \
    && echo "fn main() {}" > src/main.rs \
    && cargo build --release \
    && rm -rf src target/release/deps/web_service*

COPY src ./src
RUN cargo build --release && cp target/release/web-service /usr/local/bin/

EXPOSE 8080
CMD ["web-service"]
