FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libjemalloc2
WORKDIR /app
COPY main.c .
RUN gcc main.c -o app
ENV LD_PRELOAD=libjemalloc.so.2
CMD ["./app"]
