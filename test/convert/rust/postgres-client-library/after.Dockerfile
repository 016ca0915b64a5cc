FROM rust:1.85-bookworm AS build
RUN apt-get update && apt-get install -y libpq-dev
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libpq5 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/target/release/orders /app/target/release/orders
USER 65532:65532
EXPOSE 8080
CMD ["./target/release/orders"]
