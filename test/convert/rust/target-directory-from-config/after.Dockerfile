FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/out/x86_64-unknown-linux-gnu/release/hello /app/out/x86_64-unknown-linux-gnu/release/hello
CMD ["/app/out/x86_64-unknown-linux-gnu/release/hello"]
