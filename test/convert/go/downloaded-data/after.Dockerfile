FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN curl -fsSL -o cities.csv https://example.com/cities.csv
RUN CGO_ENABLED=0 go build -o cities .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/cities /app/cities
COPY --from=build /app/cities.csv /app/cities.csv
CMD ["/app/cities"]
