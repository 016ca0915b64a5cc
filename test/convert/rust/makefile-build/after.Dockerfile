FROM rust:1.85 AS build
WORKDIR /app
COPY . .
RUN make release

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/bin/hello /app/bin/hello
CMD ["/app/bin/hello"]
