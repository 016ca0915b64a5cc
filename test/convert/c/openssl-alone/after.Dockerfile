FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc libc6-dev libssl-dev
WORKDIR /app
COPY . .
RUN gcc main.c -o web -lssl -lcrypto

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
EXPOSE 8080
CMD ["./web"]
