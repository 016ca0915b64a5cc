FROM golang:1.15-buster
WORKDIR /app
COPY . .
RUN go build -o shop .
CMD ./shop > /tmp/answers && cat /tmp/answers
