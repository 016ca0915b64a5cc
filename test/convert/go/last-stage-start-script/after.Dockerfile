FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=build /src/shop /usr/local/bin/shop
ENTRYPOINT ["/usr/local/bin/shop"]
CMD ["--verbose"]
