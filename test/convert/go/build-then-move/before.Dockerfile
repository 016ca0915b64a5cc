FROM golang:1.26 AS builder
WORKDIR /work
COPY . /work
RUN cd cmd/shipd && go build -o shipd . && mv shipd /usr/local/bin/shipd
ENTRYPOINT ["/usr/local/bin/shipd"]
