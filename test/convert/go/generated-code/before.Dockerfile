FROM golang:1.26
RUN go install github.com/a-h/templ/cmd/templ@v0.2.778
WORKDIR /app
COPY . .
RUN templ generate && go generate ./...
RUN go build -o site .
CMD ["/app/site"]
