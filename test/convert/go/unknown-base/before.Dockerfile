FROM registry.example.com/platform/go-base:7
WORKDIR /app
COPY . .
RUN go build -o web .
CMD ["/app/web"]
