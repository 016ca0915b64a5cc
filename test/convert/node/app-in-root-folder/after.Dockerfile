FROM node:22-slim AS build
COPY ./ ./
RUN npm install

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV NODE_ENV production
WORKDIR /
COPY --from=build /node_modules /node_modules
COPY --from=build /app.js /app.js
COPY --from=build /package.json /package.json
COPY --from=build /src /src
EXPOSE 8080
CMD ["app.js"]
