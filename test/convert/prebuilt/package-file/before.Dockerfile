FROM debian:bookworm
RUN apt-get update && apt-get install -y wget && wget https://example.com/app.deb && dpkg -i app.deb
CMD ["app"]
