FROM rust:1-bookworm AS builder
WORKDIR /src
COPY . .
RUN cargo build --release

FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y ca-certificates && rm -rf /var/lib/apt/lists/*
RUN groupadd -r app && useradd -r -g app app && mkdir -p /srv/app/data && chown -R app:app /srv/app
WORKDIR /srv/app
COPY --from=builder --chown=app:app /src/target/release/hello-axum .
COPY --from=builder /src/static ./static
COPY --from=builder /src/templates ./templates
RUN chmod +x ./hello-axum
RUN mkdir -p /runtime/srv/app/data

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/srv/app /srv/app
WORKDIR /srv/app
COPY --from=build /srv/app/hello-axum /srv/app/hello-axum
COPY --from=build /srv/app/static /srv/app/static
COPY --from=build /srv/app/templates /srv/app/templates
CMD ["./hello-axum"]
