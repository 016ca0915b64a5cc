FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM ubuntu:24.04 AS production
RUN apt-get update && apt-get install -y ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --from=build /out/api /srv/api
EXPOSE 8080
ENTRYPOINT ["/srv/api"]
