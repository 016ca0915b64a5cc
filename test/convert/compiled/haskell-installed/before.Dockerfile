FROM haskell:9.6
WORKDIR /src
COPY . .
RUN stack install
CMD ["shelf-exe"]
