FROM rust:1.85
WORKDIR /workspace
COPY . .
RUN cargo build --release -p api
EXPOSE 8080
ENTRYPOINT ["/workspace/target/release/api-server"]
