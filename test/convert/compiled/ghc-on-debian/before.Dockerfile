FROM debian:bookworm
RUN apt-get update && apt-get install -y ghc libgmp-dev
WORKDIR /app
COPY . .
RUN mkdir bin && ghc -O2 -o bin/hello Main.hs
USER nobody
CMD ["./bin/hello"]
