FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN make

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /src
COPY --from=build /src/server /src/server
EXPOSE 8080
CMD ["/src/server"]
