FROM node:22 AS build
WORKDIR /repo
COPY . .
RUN npm ci
RUN npm run build --workspaces

FROM gcr.io/distroless/nodejs22-debian13:nonroot
COPY --from=build --chown=65532:65532 /repo /repo
WORKDIR /repo
CMD ["packages/api/dist/index.js"]
