FROM gcc:14
COPY main.c .
RUN gcc -O2 -o greet main.c
CMD ["./greet"]
