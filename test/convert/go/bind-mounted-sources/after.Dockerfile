# syntax=docker/dockerfile:1
FROM golang:1.26 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /usr/local/bin/shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /usr/local/bin/shop /usr/local/bin/shop
CMD ["shop"]
