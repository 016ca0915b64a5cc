FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go build -race -o web .

FROM gcr.io/distroless/base-nossl-debian13:nonroot
WORKDIR /app
COPY --from=build /app/web /app/web
CMD ["/app/web"]
