FROM ubuntu:24.04
RUN apt-get update && apt-get install -y g++ make locales && locale-gen en_US.UTF-8
ENV LANG=en_US.UTF-8
WORKDIR /app
COPY . .
RUN g++ -O2 -o hello main.cpp
CMD ["./hello"]
