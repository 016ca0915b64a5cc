FROM node:22
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
HEALTHCHECK --interval=30s CMD node healthcheck.js
CMD ["node", "server.js"]
