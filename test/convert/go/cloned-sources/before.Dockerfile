FROM golang:1.26
RUN git clone https://github.com/acme/tool /src
WORKDIR /src
RUN go build -o /tool .
ENTRYPOINT ["/tool"]
