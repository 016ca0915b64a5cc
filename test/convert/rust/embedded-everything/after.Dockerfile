FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build --release --locked

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/embed /app/target/release/embed
CMD ["./target/release/embed"]
