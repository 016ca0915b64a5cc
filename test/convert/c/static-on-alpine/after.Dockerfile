FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /app
COPY server.c .
RUN gcc -static -O2 server.c -o server

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/server /app/server
EXPOSE 8080
CMD ["/app/server"]
