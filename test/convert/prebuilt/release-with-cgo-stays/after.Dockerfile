FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y curl
RUN curl -sSLo /usr/bin/hugo https://github.com/gohugoio/hugo/releases/download/v0.128.0/hugo_extended && chmod 755 /usr/bin/hugo
WORKDIR /site

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY --from=build /usr/bin/hugo /usr/bin/hugo
COPY . .
EXPOSE 1313
CMD ["hugo", "server", "--bind", "0.0.0.0"]
