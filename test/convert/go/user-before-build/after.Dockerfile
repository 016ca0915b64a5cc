FROM golang:1.26 AS build
RUN useradd --create-home --uid 1500 gopher
USER gopher
WORKDIR /home/gopher/app
COPY --chown=gopher . .
RUN CGO_ENABLED=0 go build -o web .
RUN mkdir -p /tmp/runtime/var/lib/web

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /home/gopher/app
COPY --from=build --chown=1500:1500 /tmp/runtime/var/lib/web /var/lib/web
COPY --from=build /home/gopher/app/web /home/gopher/app/web
USER 1500:1500
VOLUME /var/lib/web
CMD ["./web"]
