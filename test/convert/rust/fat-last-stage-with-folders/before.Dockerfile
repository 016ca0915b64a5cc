FROM rust:1-bookworm AS builder
WORKDIR /src
COPY . .
RUN cargo build --release

FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates && rm -rf /var/lib/apt/lists/*
RUN groupadd -r app && useradd -r -g app app && mkdir -p /srv/app/data && chown -R app:app /srv/app
WORKDIR /srv/app
COPY --from=builder --chown=app:app /src/target/release/hello-axum .
COPY --from=builder /src/static ./static
COPY --from=builder /src/templates ./templates
RUN chmod +x ./hello-axum
USER app
CMD ["./hello-axum"]
