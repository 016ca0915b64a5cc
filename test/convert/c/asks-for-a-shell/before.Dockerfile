FROM gcc:12
WORKDIR /app
COPY . .
RUN gcc main.c -o app
CMD ["./app"]
