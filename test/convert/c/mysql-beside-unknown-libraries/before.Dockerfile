FROM debian:bookworm
RUN apt-get update && apt-get install -y g++ libmariadb-dev
WORKDIR /app
COPY . .
RUN ./install-orm.sh
RUN g++ main.cpp -o api -lorm -lmariadb
CMD ["./api"]
