FROM golang:1.26
WORKDIR /workspace
COPY go.mod ./
COPY libs libs
COPY services/api services/api
RUN go build -C services/api -o /usr/bin/api .
EXPOSE 8080
CMD ["api", "-templates", "services/api/templates"]
