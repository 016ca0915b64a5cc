FROM golang:1.26-bookworm
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /app
COPY . .
RUN cd web && npm ci && npm run build
RUN go build -o site .
CMD ["/app/site"]
