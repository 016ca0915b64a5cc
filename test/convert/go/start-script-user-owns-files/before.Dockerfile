FROM golang:1.26
RUN apt-get update && apt-get install -y gosu && useradd shop
WORKDIR /app
COPY . .
RUN go build -o shop .
COPY start.sh /start.sh
RUN chmod +x /start.sh && mkdir /data && chown shop /data
ENTRYPOINT ["/start.sh"]
CMD ["/app/shop"]
