FROM gcc:15
WORKDIR /app
COPY . .
RUN make
CMD ["./app"]
