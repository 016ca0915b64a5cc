FROM node:22-bookworm-slim
WORKDIR /site
COPY . .
RUN npm ci
RUN npm run build
EXPOSE 4321
CMD ["npm", "run", "preview", "--", "--host"]
