FROM golang:1.26
RUN go install gotest.tools/gotestsum@latest
WORKDIR /app
COPY . .
RUN gotestsum ./... && go build -o web .
CMD ["/app/web"]
