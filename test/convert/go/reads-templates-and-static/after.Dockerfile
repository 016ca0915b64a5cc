FROM golang:1.26 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o site .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/site /app/site
COPY --from=build /app/config/app.yaml /app/config/app.yaml
COPY --from=build /app/static /app/static
COPY --from=build /app/templates /app/templates
EXPOSE 8080
CMD ["./site"]
