FROM node:20
ENV PORT=8080
WORKDIR /app
COPY . .
RUN npm ci && npm run build
EXPOSE $PORT
CMD npx serve -s dist -l $PORT
