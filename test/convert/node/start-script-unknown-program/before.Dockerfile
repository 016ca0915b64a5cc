FROM node:22
WORKDIR /app
COPY . .
RUN npm ci && curl -fsSL https://example.org/wait-for.sh -o /usr/local/bin/wait-for && chmod +x /usr/local/bin/wait-for
CMD ["wait-for", "db:5432", "--", "node", "server.js"]
