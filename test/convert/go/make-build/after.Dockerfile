FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 make build

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /src/bin/server /src/bin/server
CMD ["./bin/server"]
