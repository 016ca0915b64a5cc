FROM rust:1.85 AS builder
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /
COPY --from=builder /app/target/release/hello /usr/local/bin/hello
EXPOSE 8080
CMD ["hello"]
