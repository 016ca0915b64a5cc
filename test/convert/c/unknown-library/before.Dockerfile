FROM debian:bookworm
RUN apt-get update && apt-get install -y g++ libopencv-dev
WORKDIR /app
COPY . .
RUN g++ main.cpp -o eyes -lopencv_core -lopencv_imgproc
CMD ["./eyes"]
