FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -o /usr/local/bin/notes .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /usr/local/bin/notes /usr/local/bin/notes
CMD ["/usr/local/bin/notes", "--addr", ":9000"]
