FROM node:24-slim
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci
COPY ./ ./
RUN npm run build \
 && cp -r public .next/standalone/ \
 && cp -r .next/static .next/standalone/.next/
ENV NODE_ENV="production"
EXPOSE 3000
CMD ["node", ".next/standalone/server.js"]
