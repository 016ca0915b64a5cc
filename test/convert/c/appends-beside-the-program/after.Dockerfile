FROM gcc:14 AS build
ADD . /src
WORKDIR /src
RUN make clean; make
RUN mkdir -p /runtime/src

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/src /src
WORKDIR /src
COPY --from=build /src/server /src/server
LABEL maintainer="x@y.z"
EXPOSE 8080
CMD ["./server", "8080"]
