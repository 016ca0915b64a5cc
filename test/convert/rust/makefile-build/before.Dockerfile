FROM rust:1.85
WORKDIR /app
COPY . .
RUN make release
CMD ["/app/bin/hello"]
