# Build and run the web service.

# The toolchain.
FROM golang:1.26 AS build

# Sources first.
WORKDIR /app
COPY . .

# Compile,
# with the version inside.
RUN CGO_ENABLED=0 go build \
    # the output
    -o web \
    .

# The end.

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
# What is heard.
EXPOSE 8080
# Start.
CMD ["/app/web"]
