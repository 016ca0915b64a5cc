FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o shop .

FROM ubuntu:24.04
COPY --from=build /src/shop /usr/local/bin/shop
COPY start.sh /start.sh
RUN chmod +x /start.sh && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/start.sh"]
CMD ["--verbose"]
