FROM golang:1.26
WORKDIR /app
RUN curl -fsSL https://github.com/golang-migrate/migrate/releases/download/v4.18.1/migrate.linux-amd64.tar.gz | tar -xz
RUN mv migrate /usr/local/bin/migrate
COPY . .
RUN go build -o shop .
CMD migrate -path migrations -database "$DATABASE" up && ./shop
