FROM gcc:14
WORKDIR /app
COPY . .
CMD gcc -o app main.c && ./app
