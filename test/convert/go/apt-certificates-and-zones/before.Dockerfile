FROM golang:1.26
RUN apt-get update && apt-get install -y ca-certificates tzdata git make
ENV TZ=Europe/Berlin
WORKDIR /app
COPY . .
RUN go build -o server .
CMD ["/app/server"]
