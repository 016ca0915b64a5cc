FROM debian:bookworm
RUN apt-get update && apt-get install -y git g++ cmake
RUN git clone https://example.com/game.git /game
WORKDIR /game
RUN cmake -B build && cmake --build build
CMD ["/game/build/server"]
