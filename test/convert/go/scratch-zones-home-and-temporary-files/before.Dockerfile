FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o desk .
EXPOSE 8080
CMD ["./desk"]
