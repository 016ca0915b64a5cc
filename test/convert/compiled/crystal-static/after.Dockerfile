FROM crystallang/crystal:1.14.0-alpine AS build
WORKDIR /app
COPY . .
RUN crystal build --static --release src/shelf.cr -o /usr/local/bin/shelf

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /usr/local/bin/shelf /usr/local/bin/shelf
CMD ["/usr/local/bin/shelf", "--port", "8080"]
