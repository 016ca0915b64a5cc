FROM golang:1.26
WORKDIR /app
COPY . .
RUN curl -fsSL -o cities.csv https://example.com/cities.csv
RUN go build -o cities .
CMD ["/app/cities"]
