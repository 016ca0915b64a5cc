FROM alpine:3.20
RUN apk add --no-cache g++ make
WORKDIR /app
COPY . .
RUN g++ -O2 main.cpp -o /usr/local/bin/reader
CMD ["reader"]
