FROM golang:1.26
WORKDIR /src
COPY . .
RUN make build
CMD ["./bin/server"]
