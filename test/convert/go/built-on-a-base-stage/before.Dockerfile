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

FROM base AS prod
COPY . .
RUN go build -o notes .
CMD ["./notes"]
