FROM golang:1.26 AS compiled
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o notes .

FROM compiled AS build

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/notes /app/notes
EXPOSE 8080
# Everybody calls it so.
CMD ["./notes"]
