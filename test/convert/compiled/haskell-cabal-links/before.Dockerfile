FROM haskell:9.6
WORKDIR /src
COPY . .
RUN cabal update && cabal install --installdir=/opt/shelf
CMD ["/opt/shelf/shelf-exe"]
