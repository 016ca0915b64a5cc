FROM gcc:14 AS build
COPY main.c .
RUN gcc -O2 -o greet main.c

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /
COPY --from=build /greet /greet
CMD ["./greet"]
