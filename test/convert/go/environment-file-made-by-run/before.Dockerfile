FROM golang:1.26
WORKDIR /app
COPY . .
RUN cp .env.example .env
RUN go build -o shop .
CMD ["./shop"]
