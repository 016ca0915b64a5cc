FROM ubuntu:24.04 AS build
RUN apt-get update && apt-get install -y cmake g++ make
WORKDIR /app
COPY . .
RUN mkdir build && cd build && cmake -DCMAKE_BUILD_TYPE=Release .. && make -j$(nproc)

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/build/reader /app/build/reader
COPY --from=build /app/data/words.txt /app/data/words.txt
CMD ["./build/reader"]
