FROM node:22-slim
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
ENV NEXT_TELEMETRY_DISABLED=1
EXPOSE 3000
CMD ["npm", "start"]
