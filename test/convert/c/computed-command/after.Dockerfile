FROM gcc:14 AS build
WORKDIR /app
COPY . .
RUN gcc main.c -o app

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/app /app/app
USER 65532:65532
CMD ["./app"]
