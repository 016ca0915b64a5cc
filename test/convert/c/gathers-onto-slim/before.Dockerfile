FROM debian:bookworm
RUN apt-get update && apt-get install -y g++ cmake git
RUN git clone https://example.com/pool.git /pool && cmake -S /pool -B /pool/build && cmake --build /pool/build && cmake --install /pool/build && ldconfig
WORKDIR /app
COPY . .
RUN g++ main.cpp -o bench -lpool
CMD ./bench 8080 $(nproc)
