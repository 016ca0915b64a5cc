FROM golang:1.26-alpine3.22
RUN apk add --no-cache bash
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.24.1
WORKDIR /app
COPY . .
RUN chmod +x wait.sh && go build -o shop .
ENTRYPOINT ["/app/wait.sh", "postgres:5432", "--", "sh", "-c", "goose -dir /app/db/migration postgres \"$DATABASE\" up && ./shop"]
