FROM gcc:14 AS build
WORKDIR /src
COPY . .
RUN gcc -O2 main.c -o /out/server

FROM ubuntu:24.04
COPY --from=build /out/server /usr/local/bin/server
CMD ["server"]
