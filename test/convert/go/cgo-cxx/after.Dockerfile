FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go build -o stats .

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=build /app/stats /app/stats
CMD ["/app/stats"]
