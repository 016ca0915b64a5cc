FROM golang:1.26
WORKDIR /app
COPY . .
RUN for name in web jobs; do go build -o /out/$name ./cmd/$name; done
CMD ["/out/web"]
