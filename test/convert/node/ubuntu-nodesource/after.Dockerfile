FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y curl
RUN curl -fsSL https://deb.nodesource.com/setup_18.x | bash - && apt-get install -y nodejs
WORKDIR /app
COPY . .
RUN npm install --omit=dev

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/bin/node /usr/bin/node
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
EXPOSE 3000
CMD ["node", "index.js"]
