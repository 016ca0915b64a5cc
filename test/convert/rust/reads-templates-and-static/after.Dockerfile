FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/site /app/target/release/site
COPY --from=build /app/templates/index.html /app/templates/index.html
EXPOSE 8000
CMD ["./target/release/site"]
