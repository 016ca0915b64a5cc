FROM golang:1.26
ARG DEBUG
WORKDIR /app
COPY . .
RUN if [ "$DEBUG" = "1" ]; then \
      go build -gcflags "all=-N -l" -o /shop .; \
    else \
      go build -o /shop .; \
    fi
CMD ["/shop"]
