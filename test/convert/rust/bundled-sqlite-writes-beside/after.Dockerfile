FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build --release
RUN mkdir -p /runtime/app/data

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build --chown=65532:65532 /runtime/app/data /app/data
COPY --from=build /app/target/release/notes /app/target/release/notes
EXPOSE 8080
CMD ["./target/release/notes"]
