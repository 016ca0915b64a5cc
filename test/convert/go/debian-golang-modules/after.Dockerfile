# The guest book service.
FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends golang-go ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/guestbook .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /src
COPY --from=build /usr/local/bin/guestbook /usr/local/bin/guestbook
# Listens here.
EXPOSE 8080
ENTRYPOINT ["guestbook"]
CMD ["-listen", ":8080"]
