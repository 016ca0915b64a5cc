FROM ubuntu:22.04
RUN apt-get update && apt-get install -y g++ make git libev-dev
RUN git clone --depth 1 https://example.com/shapes.git /opt/shapes && cd /opt/shapes && make && make install
WORKDIR /srv/app
COPY . .
RUN g++ -O2 main.cpp -o server -L/opt/shapes/bin -lshapes -lev
ENV LD_LIBRARY_PATH=/opt/shapes/bin:$LD_LIBRARY_PATH
EXPOSE 8080
CMD ["./server"]
