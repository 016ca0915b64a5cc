FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
RUN curl -fsSL https://example.com/install.sh | sh
CMD ["example", "serve"]
