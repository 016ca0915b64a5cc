FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o site .
RUN ./scripts/prepare.sh
CMD ["/app/site"]
