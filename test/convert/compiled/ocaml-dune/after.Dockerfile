FROM debian:trixie AS build
RUN apt-get update && apt-get install -y ocaml-nox ocaml-dune
WORKDIR /app
COPY . .
RUN dune build
RUN mkdir /tmp/runtime-libraries && ldd /app/_build/default/bin/main.exe \
    | awk '/=> \// && $3 !~ /\/lib(c|m|dl|rt|pthread|util|resolv)\.so/ { print $3 }' \
    | xargs -r cp -Lt /tmp/runtime-libraries

FROM gcr.io/distroless/cc-debian13:nonroot
ENV LD_LIBRARY_PATH=/usr/local/lib/runtime
WORKDIR /app
COPY --from=build /app/_build/default/bin/main.exe /app/_build/default/bin/main.exe
COPY --from=build /tmp/runtime-libraries /usr/local/lib/runtime
CMD ["/app/_build/default/bin/main.exe"]
