FROM golang:1.26-bookworm AS build
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /app
COPY . .
RUN cd web && npm ci && npm run build
RUN CGO_ENABLED=0 go build -o site .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/site /app/site
COPY --from=build /app/web/dist /app/web/dist
CMD ["/app/site"]
