FROM golang:1.26 AS builder
WORKDIR /work
COPY . /work
RUN cd cmd/shipd && CGO_ENABLED=0 go build -o shipd . && mv shipd /usr/local/bin/shipd

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /work
COPY --from=builder /usr/local/bin/shipd /usr/local/bin/shipd
ENTRYPOINT ["/usr/local/bin/shipd"]
