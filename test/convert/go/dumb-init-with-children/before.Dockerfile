FROM golang:1.26-bookworm
RUN apt-get update && apt-get install -y dumb-init git
WORKDIR /app
COPY . .
RUN go build -o server .
ENTRYPOINT ["dumb-init", "/app/server"]
