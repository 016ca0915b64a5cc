FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build
ENTRYPOINT ["/app/tool"]
