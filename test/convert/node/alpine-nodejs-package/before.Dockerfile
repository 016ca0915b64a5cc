FROM alpine:3.20
RUN apk add --update nodejs npm git
WORKDIR /app
COPY . .
RUN npm install
EXPOSE 3000
CMD ["npm", "start"]
