FROM rust:1.82 AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian13:nonroot
ENV ROCKET_ADDRESS=0.0.0.0
WORKDIR /app
COPY --from=build /app/target/release/blog /app/target/release/blog
COPY --from=build /app/public /app/public
COPY --from=build /app/Rocket.toml /app/Rocket.toml
COPY --from=build /app/templates /app/templates
EXPOSE 8000
CMD ["./target/release/blog"]
