FROM golang:1.26
ENV APP_HOME=$GOPATH/src/app
WORKDIR $APP_HOME
COPY . .
RUN go build -o web .
CMD ["./web"]
