FROM gcc:14
WORKDIR /app
COPY . .
RUN gcc main.c -o app
CMD ["./app"]
