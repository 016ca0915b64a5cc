FROM rust:1.85 AS build
RUN rustup target add x86_64-unknown-linux-musl && apt-get update && apt-get install -y musl-tools
WORKDIR /app
COPY . .
RUN cargo build --release --target x86_64-unknown-linux-musl

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/x86_64-unknown-linux-musl/release/hello /app/target/x86_64-unknown-linux-musl/release/hello
CMD ["/app/target/x86_64-unknown-linux-musl/release/hello"]
