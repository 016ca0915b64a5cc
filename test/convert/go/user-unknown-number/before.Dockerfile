FROM golang:1.26
WORKDIR /app
COPY . .
RUN go build -o web . && adduser --system web
COPY --chown=web:web config.yaml /etc/web/config.yaml
USER web
CMD ["/app/web", "-config", "/etc/web/config.yaml"]
