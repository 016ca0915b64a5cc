FROM rust:1.85-alpine AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM alpine:3.21
RUN apk add --no-cache ca-certificates
RUN adduser -D -u 65532 nonroot
WORKDIR /app
COPY --from=build /app/target/release/hello /app/target/release/hello
USER 65532:65532
CMD ["./target/release/hello"]
