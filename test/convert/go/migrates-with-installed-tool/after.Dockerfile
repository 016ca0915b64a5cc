FROM golang:1.26-alpine3.22 AS build
RUN apk add --no-cache bash
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.24.1
WORKDIR /app
COPY . .
RUN chmod +x wait.sh && CGO_ENABLED=0 go build -o shop .

FROM alpine:3.22
RUN apk add --no-cache bash ca-certificates
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build /go/bin/goose /usr/local/bin/goose
COPY --from=build /app/wait.sh /app/wait.sh
COPY --from=build /app/db/migration /app/db/migration
ENTRYPOINT ["/app/wait.sh", "postgres:5432", "--", "sh", "-c", "goose -dir /app/db/migration postgres \"$DATABASE\" up && ./shop"]
