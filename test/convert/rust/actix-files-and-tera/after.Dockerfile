FROM rust:1.80-slim-bookworm AS build
RUN apt-get update && apt-get install -y pkg-config libssl-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
ENV BIND=0.0.0.0:8080
WORKDIR /srv/app
COPY --from=build /srv/app/target/release/shop /srv/app/target/release/shop
COPY --from=build /srv/app/templates /srv/app/templates
COPY --from=build /srv/app/static /srv/app/static
EXPOSE 8080
CMD ["/srv/app/target/release/shop"]
