FROM debian:bookworm-slim AS build
ADD https://github.com/traefik/whoami/releases/download/v1.10.2/whoami /usr/bin/whoami
RUN chmod +x /usr/bin/whoami

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /
COPY --from=build /usr/bin/whoami /usr/bin/whoami
USER 0:0
EXPOSE 80
ENTRYPOINT ["/usr/bin/whoami"]
