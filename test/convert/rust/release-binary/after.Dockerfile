FROM rust:1.85 AS build

WORKDIR /usr/src/app
COPY . .

# optimised
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/target/release/hello /usr/src/app/target/release/hello
EXPOSE 8080
CMD ["./target/release/hello"]
