FROM golang:1.26-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o migrate ./cmd/migrate && CGO_ENABLED=0 go build -o serve ./cmd/serve

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --no-log-init --uid 65532 --create-home nonroot
WORKDIR /app
COPY --from=build /app/migrate /app/migrate
COPY --from=build /app/serve /app/serve
USER 65532:65532
EXPOSE 8080
CMD ./migrate && ./serve
