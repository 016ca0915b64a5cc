FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/debug/embed /app/target/debug/embed
COPY --from=build /app/public /app/public
CMD ["./target/debug/embed"]
