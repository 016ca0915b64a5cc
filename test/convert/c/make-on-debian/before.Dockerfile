FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN make
EXPOSE 8080
CMD ["/src/server"]
