FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go build -o consumer .

FROM gcr.io/distroless/base-nossl-debian13:nonroot
WORKDIR /app
COPY --from=build /app/consumer /app/consumer
ENTRYPOINT ["/app/consumer"]
