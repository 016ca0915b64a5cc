FROM rust:1.85-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/target/release/hello /app/target/release/hello
EXPOSE 8080
CMD ["/app/target/release/hello"]
