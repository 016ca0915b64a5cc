FROM golang:1.26
WORKDIR /srv
COPY . .
RUN touch state.json
RUN go build -o shop .
CMD ["/srv/shop", "/srv/config/config.json", "state.json"]
