FROM golang:1.26-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends iputils-ping
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates iputils-ping procps \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
USER 65532:65532
CMD ["./shop"]
