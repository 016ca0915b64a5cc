FROM golang:1.26-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN go build -o thumbs .
CMD ["/app/thumbs"]
