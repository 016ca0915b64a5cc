FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o web .
RUN mkdir -p -m 1777 /runtime/scratch/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /runtime/scratch/ /
WORKDIR /app
COPY --from=build /app/web /app/web
USER 65532:65532
CMD ["/app/web"]
