FROM node:22
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build
LABEL org.opencontainers.image.title=clock
EXPOSE 8080
CMD npm run preview
