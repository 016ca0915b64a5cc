FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM gcr.io/distroless/static-debian13:nonroot AS production
WORKDIR /srv
COPY --from=build /out/api /srv/api
EXPOSE 8080
ENTRYPOINT ["/srv/api"]
