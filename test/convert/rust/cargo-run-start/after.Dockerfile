FROM rust:latest AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/hello /app/target/release/hello
EXPOSE 8080
CMD ["/app/target/release/hello"]
