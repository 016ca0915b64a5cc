FROM golang:1.26-bookworm AS build
ENV GOPATH=/
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.4
RUN swag init --generalInfo main.go
RUN CGO_ENABLED=0 go build -o shop .
RUN mkdir -p /runtime/app

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build --chown=65532:65532 /runtime/app /app
WORKDIR /app
COPY --from=build /app/shop /app/shop
COPY --from=build --chown=65532:65532 /app/shop.db /app/shop.db
COPY --from=build /app/templates /app/templates
EXPOSE 8080
CMD ["./shop"]
