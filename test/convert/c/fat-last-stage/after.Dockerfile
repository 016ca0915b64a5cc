FROM gcc:14 AS build
WORKDIR /src
COPY . .
RUN gcc -O2 main.c -o /out/server

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /
COPY --from=build /out/server /usr/local/bin/server
CMD ["server"]
