FROM gcc:latest
WORKDIR /app
COPY . .
RUN g++ -std=c++17 -o reader main.cpp
CMD ["./reader"]
