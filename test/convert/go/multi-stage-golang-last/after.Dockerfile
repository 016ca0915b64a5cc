FROM node:22 AS web
WORKDIR /web
COPY web .
RUN npm ci && npm run build

FROM golang:1.26 AS build
WORKDIR /app
COPY . .
COPY --from=web /web/dist ./public
RUN CGO_ENABLED=0 go build -o site .

FROM gcr.io/distroless/static-debian13:nonroot AS production
WORKDIR /app
COPY --from=build /app/site /app/site
COPY --from=build /app/public /app/public
CMD ["./site"]
