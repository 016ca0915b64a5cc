FROM golang:1.26 AS build
ARG DEBUG
WORKDIR /app
COPY . .
RUN if [ "$DEBUG" = "1" ]; then \
      CGO_ENABLED=0 go build -gcflags "all=-N -l" -o /shop .; \
    else \
      CGO_ENABLED=0 go build -o /shop .; \
    fi

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /shop /shop
CMD ["/shop"]
