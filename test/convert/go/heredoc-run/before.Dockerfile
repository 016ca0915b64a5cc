FROM golang:1.26
WORKDIR /app
COPY . .
RUN <<EOF
set -e
go vet ./...
go build -o web .
EOF
CMD ["/app/web"]
