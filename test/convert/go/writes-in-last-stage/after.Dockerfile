FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o shop .

FROM gcr.io/distroless/static-debian13:nonroot
USER 0:0
WORKDIR /srv
COPY --from=build /app/shop .
CMD ["./shop"]
