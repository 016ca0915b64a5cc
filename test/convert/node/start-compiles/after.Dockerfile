FROM node:20 AS build
WORKDIR /app
COPY . .
RUN npm install

FROM node:20-slim
COPY --from=build --chown=1000:1000 /app /app
WORKDIR /app
USER 1000:1000
EXPOSE 3000
CMD ["npm", "start"]
