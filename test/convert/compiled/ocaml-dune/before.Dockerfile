FROM debian:trixie
RUN apt-get update && apt-get install -y ocaml-nox ocaml-dune
WORKDIR /app
COPY . .
RUN dune build
CMD ["./_build/default/bin/main.exe"]
