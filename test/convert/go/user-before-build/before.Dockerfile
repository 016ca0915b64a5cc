FROM golang:1.26
RUN useradd --create-home --uid 1500 gopher
USER gopher
WORKDIR /home/gopher/app
COPY --chown=gopher . .
RUN go build -o web .
VOLUME /var/lib/web
CMD ["./web"]
