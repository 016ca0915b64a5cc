FROM golang:1.23
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/web .
RUN mkdir -p /var/log/web && ln -sf /dev/stdout /var/log/web/access.log && ln -s /data/web.conf /etc/web.conf && ln -s /usr/local/bin/web /opt/web
CMD ["web"]
