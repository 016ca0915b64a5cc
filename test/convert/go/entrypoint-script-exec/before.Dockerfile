FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o server .
ENTRYPOINT ["./entrypoint.sh"]
CMD ["./server", "-v"]
