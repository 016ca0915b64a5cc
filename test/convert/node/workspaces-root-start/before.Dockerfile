FROM node:22
WORKDIR /repo
COPY . .
RUN npm ci
RUN npm run build --workspaces
CMD ["node", "packages/api/dist/index.js"]
