FROM gcc:13 AS build
WORKDIR /src
COPY . .
RUN g++ -o hello main.cpp

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /src/hello /result/
WORKDIR /result
CMD ["./hello"]
