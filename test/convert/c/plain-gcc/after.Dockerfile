FROM gcc:14 AS build
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN gcc -O2 -o myapp main.c

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /usr/src/myapp
COPY --from=build /usr/src/myapp/myapp /usr/src/myapp/myapp
CMD ["./myapp"]
