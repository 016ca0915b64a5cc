FROM alpine:3.20 AS build
RUN apk add --update nodejs npm git
WORKDIR /app
COPY . .
RUN npm install --omit=dev

FROM alpine:3.20
RUN apk add --no-cache ca-certificates nodejs
RUN adduser -D -u 65532 nonroot
ENV NODE_ENV=production
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
USER 65532:65532
EXPOSE 3000
CMD ["node", "index.js"]
