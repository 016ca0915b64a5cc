FROM rust:1.85
ENV CARGO_TARGET_DIR=/tmp/target
WORKDIR /app
COPY . .
RUN cargo build --profile dist --features "web,metrics" && mv /tmp/target/dist/hello /usr/bin/hello
CMD ["hello"]
