FROM golang:1.26
RUN curl -fsSL https://example.com/migrate.tar.gz | tar -xz -C /usr/local/bin
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD migrate -path migrations -database "$DATABASE" up && ./shop
