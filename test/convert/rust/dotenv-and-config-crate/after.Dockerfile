FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/hello /app/target/release/hello
COPY --from=build /app/settings.toml /app/settings.toml
COPY --from=build /app/config /app/config
COPY --from=build /app/.env /app/.env
EXPOSE 8080
CMD ["./target/release/hello"]
