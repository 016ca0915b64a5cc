# syntax=docker/dockerfile:1
FROM golang:1.26
WORKDIR /src
RUN --mount=type=bind,target=. \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o /usr/local/bin/shop .
CMD ["shop"]
