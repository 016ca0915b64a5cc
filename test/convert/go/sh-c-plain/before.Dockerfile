FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o server .
CMD ["sh", "-c", "exec ./server --quiet"]
