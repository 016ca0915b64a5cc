FROM golang:1.26 AS build
WORKDIR /root
COPY . .
RUN CGO_ENABLED=0 go build -o web .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /root
COPY --from=build /root/web /root/web
USER 0:0
CMD ["./web"]
