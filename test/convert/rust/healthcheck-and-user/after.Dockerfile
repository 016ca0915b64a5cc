FROM rust:1.85 AS build
RUN useradd -m -u 1001 web
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 1001 --create-home web
WORKDIR /app
COPY --from=build /app/target/release/hello /app/target/release/hello
USER 1001:1001
EXPOSE 8080
HEALTHCHECK CMD curl --fail http://localhost:8080/ || exit 1
CMD ["./target/release/hello"]
