FROM gcc:14
COPY . /usr/src/myapp
WORKDIR /usr/src/myapp
RUN gcc -O2 -o myapp main.c
CMD ["./myapp"]
