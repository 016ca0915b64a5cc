# The guest book service.
FROM debian:bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends golang-go ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/guestbook .
# Listens here.
EXPOSE 8080
ENTRYPOINT ["guestbook"]
CMD ["-listen", ":8080"]
