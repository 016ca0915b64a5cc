FROM node:22 AS web
WORKDIR /web
COPY web .
RUN npm ci && npm run build

FROM golang:1.26 AS production
WORKDIR /app
COPY . .
COPY --from=web /web/dist ./public
RUN go build -o site .
CMD ["./site"]
