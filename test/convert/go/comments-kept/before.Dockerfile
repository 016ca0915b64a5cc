# Build and run the web service.

# The toolchain.
FROM golang:1.26

# Sources first.
WORKDIR /app
COPY . .

# Compile,
# with the version inside.
RUN go build \
    # the output
    -o web \
    .

# What is heard.
EXPOSE 8080

# Start.
CMD ["/app/web"]
# The end.
