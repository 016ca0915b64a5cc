FROM rust:1.83 AS build
WORKDIR /app
COPY . .
RUN cargo build
RUN cargo build --release --bin two

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/two /app/target/release/two
ENTRYPOINT ["/app/target/release/two"]
CMD ["--verbose"]
