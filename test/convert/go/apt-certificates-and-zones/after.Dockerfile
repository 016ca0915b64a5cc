FROM golang:1.26 AS build
RUN apt-get update && apt-get install -y ca-certificates tzdata git make
ENV TZ=Europe/Berlin
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM gcr.io/distroless/static-debian13:nonroot
ENV TZ=Europe/Berlin
WORKDIR /app
COPY --from=build /app/server /app/server
CMD ["/app/server"]
