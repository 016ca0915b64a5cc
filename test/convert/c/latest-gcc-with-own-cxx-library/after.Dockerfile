FROM gcc:latest AS build
WORKDIR /app
COPY . .
RUN g++ -static-libstdc++ -static-libgcc -std=c++17 -o reader main.cpp

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/reader /app/reader
COPY --from=build /app/data/words.txt /app/data/words.txt
CMD ["./reader"]
