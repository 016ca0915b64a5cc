FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o server .
COPY entrypoint.sh /entrypoint.sh
RUN chmod +x /entrypoint.sh
ENTRYPOINT ["/entrypoint.sh"]
CMD ["/app/server"]
