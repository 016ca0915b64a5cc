FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && curl -Lo /usr/local/bin/app https://example.com/app && chmod +x /usr/local/bin/app
COPY start.sh /start.sh
CMD ["/start.sh"]
