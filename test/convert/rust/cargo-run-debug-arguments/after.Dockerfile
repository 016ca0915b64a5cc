FROM rust:1.83 AS build
WORKDIR /app
COPY . .
RUN cargo build

FROM gcr.io/distroless/cc-debian13:nonroot
ENV RUST_LOG=info RUST_BACKTRACE=1
WORKDIR /app
COPY --from=build /app/target/debug/hello /app/target/debug/hello
CMD ["/app/target/debug/hello", "--port", "8080"]
