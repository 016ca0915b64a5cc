FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o site .
EXPOSE 8080
CMD ["./site"]
