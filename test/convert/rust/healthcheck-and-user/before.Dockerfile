FROM rust:1.85
RUN useradd -m -u 1001 web
WORKDIR /app
COPY . .
RUN cargo build --release
USER web
EXPOSE 8080
HEALTHCHECK CMD curl --fail http://localhost:8080/ || exit 1
CMD ["./target/release/hello"]
