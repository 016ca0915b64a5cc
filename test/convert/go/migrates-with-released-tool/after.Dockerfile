FROM golang:1.26 AS build
WORKDIR /app
RUN curl -fsSL https://github.com/golang-migrate/migrate/releases/download/v4.18.1/migrate.linux-amd64.tar.gz | tar -xz
RUN mv migrate /usr/local/bin/migrate
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /usr/local/bin/migrate /usr/local/bin/migrate
COPY --from=build /app/migrations /app/migrations
USER 65532:65532
CMD migrate -path migrations -database "$DATABASE" up && ./shop
