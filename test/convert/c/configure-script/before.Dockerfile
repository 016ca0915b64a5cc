FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential
WORKDIR /app
COPY . .
RUN ./configure && make
CMD ["./src/tool"]
