FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=1 go build -o adder .

FROM gcr.io/distroless/base-nossl-debian13:nonroot
WORKDIR /app
COPY --from=build /app/adder /app/adder
ENTRYPOINT ["/app/adder"]
