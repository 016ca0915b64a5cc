FROM golang:1.26
WORKDIR /srv/blog
COPY go.mod ./
RUN go mod download
COPY *.go ./
COPY views ./views
RUN go build -o blog
# Settings of the production system.
COPY deploy/blog.toml /etc/blog/blog.toml
ENV BLOG_CONFIG=/etc/blog/blog.toml
EXPOSE 8080
CMD ["/srv/blog/blog"]
