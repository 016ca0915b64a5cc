FROM gcc:13 AS build
WORKDIR /src
COPY . .
RUN g++ -o hello main.cpp

FROM debian:trixie
RUN mkdir /result
COPY --from=build /src/hello /result
WORKDIR /result
CMD ["./hello"]
