FROM haskell:9.6
WORKDIR /src
COPY . .
RUN stack setup
RUN stack build --copy-bins --local-bin-path /opt/shelf
EXPOSE 3000
CMD ["/opt/shelf/shelf-exe"]
