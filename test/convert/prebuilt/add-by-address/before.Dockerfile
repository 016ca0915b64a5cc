FROM debian:bookworm-slim
ADD https://github.com/traefik/whoami/releases/download/v1.10.2/whoami /usr/bin/whoami
RUN chmod +x /usr/bin/whoami
EXPOSE 80
ENTRYPOINT ["/usr/bin/whoami"]
