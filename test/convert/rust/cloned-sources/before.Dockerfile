FROM rust:1.85
RUN git clone https://github.com/example/project /src
WORKDIR /src
RUN cargo build --release
CMD ["/src/target/release/project"]
