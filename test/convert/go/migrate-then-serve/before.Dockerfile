FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o migrate ./cmd/migrate && go build -o serve ./cmd/serve
EXPOSE 8080
CMD ./migrate && ./serve
