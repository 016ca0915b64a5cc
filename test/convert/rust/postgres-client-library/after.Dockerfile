FROM rust:1.85-bookworm AS build
RUN apt-get update && apt-get install -y libpq-dev
WORKDIR /app
COPY . .
RUN cargo build --release
RUN ! ldd /app/target/release/orders | grep 'not found' \
    && mkdir -p /shared-libraries \
    && ldd /app/target/release/orders \
    | awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "/(ld-linux|ld64|lib(c|m|mvec|dl|rt|pthread|util|resolv|anl|nsl|thread_db|BrokenLocale|nss_[a-z]+)[.]so)" { print $3 }' \
    | sort -u | xargs -r cp -Lt /shared-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /shared-libraries /usr/local/lib
ENV LD_LIBRARY_PATH=/usr/local/lib
WORKDIR /app
COPY --from=build /app/target/release/orders /app/target/release/orders
EXPOSE 8080
CMD ["./target/release/orders"]
