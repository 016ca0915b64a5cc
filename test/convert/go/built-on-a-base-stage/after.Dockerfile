# What development and production share.
FROM golang:1.26 AS base
LABEL org.opencontainers.image.title="notes"
ENV NOTES_COLOUR=green
WORKDIR /app
EXPOSE 8080
COPY go.mod ./
RUN go mod download

FROM base AS dev
CMD ["go", "run", "."]

FROM base AS build
COPY . .
RUN CGO_ENABLED=0 go build -o notes .

FROM gcr.io/distroless/static-debian13:nonroot AS prod
ENV NOTES_COLOUR=green
WORKDIR /app
COPY --from=build /app/notes /app/notes
LABEL org.opencontainers.image.title="notes"
EXPOSE 8080
CMD ["./notes"]
