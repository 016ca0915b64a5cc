FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o notes .
RUN mkdir -p /runtime/app

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/app /app
WORKDIR /app
COPY --from=build /app/notes /app/notes
CMD ["./notes"]
