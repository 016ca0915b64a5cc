FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential autoconf automake
COPY . /usr/src/echo
RUN cd /usr/src/echo && autoreconf -fi && ./configure && make && make install
ENTRYPOINT ["echo-server"]
CMD ["--port", "7000"]
