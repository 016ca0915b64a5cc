FROM rust:1.85 AS build
WORKDIR /workspace
COPY . .
RUN cargo build --release -p api

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /workspace
COPY --from=build /workspace/target/release/api-server /workspace/target/release/api-server
COPY --from=build /workspace/data/words.txt /workspace/data/words.txt
EXPOSE 8080
ENTRYPOINT ["/workspace/target/release/api-server"]
