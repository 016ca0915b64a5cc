FROM rust:latest AS build
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /
COPY --from=build /target/release/actix_hello /target/release/actix_hello
USER 0:0
EXPOSE 8080
CMD ["./target/release/actix_hello"]
