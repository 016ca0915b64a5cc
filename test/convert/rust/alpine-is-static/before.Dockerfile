FROM rust:1.85-alpine
RUN apk add --no-cache musl-dev
WORKDIR /app
COPY . .
RUN cargo build --release
EXPOSE 8080
CMD ["/app/target/release/hello"]
