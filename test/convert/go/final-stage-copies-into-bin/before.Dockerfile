FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o hello .

# /usr/local/bin is a folder here: the program lands in it.
FROM ubuntu:24.04
COPY --from=build src/hello /usr/local/bin
CMD ["hello"]
