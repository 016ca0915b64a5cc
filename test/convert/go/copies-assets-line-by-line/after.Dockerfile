FROM golang:1.26 AS build
WORKDIR /srv/blog
COPY go.mod ./
RUN go mod download
COPY *.go ./
COPY views ./views
RUN CGO_ENABLED=0 go build -o blog

FROM gcr.io/distroless/static-debian13:nonroot
ENV BLOG_CONFIG=/etc/blog/blog.toml
WORKDIR /srv/blog
COPY --from=build /srv/blog/blog /srv/blog/blog
COPY --from=build /srv/blog/views /srv/blog/views
# Settings of the production system.
COPY deploy/blog.toml /etc/blog/blog.toml
EXPOSE 8080
CMD ["/srv/blog/blog"]
