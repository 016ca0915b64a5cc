FROM rust:1.85 AS build
ENV CARGO_TARGET_DIR=/tmp/target
WORKDIR /app
COPY . .
RUN cargo build --profile dist --features "web,metrics" && mv /tmp/target/dist/hello /usr/bin/hello

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /usr/bin/hello /usr/bin/hello
CMD ["hello"]
