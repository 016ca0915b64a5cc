FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o todo ./cmd/todo

FROM gcr.io/distroless/static-debian13:nonroot
ENV MIGRATIONS_DIR=/app/db/migrations
WORKDIR /app
COPY --from=build /app/todo /app/todo
COPY --from=build /app/.env /app/.env
COPY --from=build /app/db/migrations /app/db/migrations
CMD ["/app/todo"]
