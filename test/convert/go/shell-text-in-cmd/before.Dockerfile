FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o shop .
ENTRYPOINT ["sh", "-c"]
CMD ["./shop --verbose"]
