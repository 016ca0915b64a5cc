FROM golang:1.26-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends iputils-ping
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ["./shop"]
