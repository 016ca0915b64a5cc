FROM gcc:14
WORKDIR /app
COPY . .
RUN gcc -fsanitize=address main.c -o app
CMD ["./app"]
