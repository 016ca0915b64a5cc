FROM node:20
WORKDIR /app
COPY . .
RUN npm install
EXPOSE 5173
CMD ["npx", "vite", "--host"]
