FROM rust:1 AS build

WORKDIR /usr/src/myapp
COPY . .

RUN cargo install --path .

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /usr/src/myapp
COPY --from=build /usr/local/cargo/bin/myapp /usr/local/bin/myapp
CMD ["myapp"]
