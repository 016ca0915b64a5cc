FROM alpine:3.20
RUN apk add --no-cache gcc musl-dev
WORKDIR /app
COPY server.c .
RUN gcc -static -O2 server.c -o server
EXPOSE 8080
CMD ["/app/server"]
