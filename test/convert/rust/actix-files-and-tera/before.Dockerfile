FROM rust:1.80-slim-bookworm
RUN apt-get update && apt-get install -y pkg-config libssl-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/app
COPY . .
RUN cargo build --release
ENV BIND=0.0.0.0:8080
EXPOSE 8080
CMD ["/srv/app/target/release/shop"]
