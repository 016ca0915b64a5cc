FROM rust:1.85

WORKDIR /usr/src/app
COPY . .

# optimised
RUN cargo build --release

EXPOSE 8080
CMD ["./target/release/hello"]
