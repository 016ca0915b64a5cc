FROM ubuntu:24.04
RUN apt-get update && apt-get install -y cmake g++ make
WORKDIR /app
COPY . .
RUN mkdir build && cd build && cmake -DCMAKE_BUILD_TYPE=Release .. && make -j$(nproc)
CMD ["./build/reader"]
