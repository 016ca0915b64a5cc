FROM node:20

WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci

COPY . .

ARG REACT_APP_API_URL=https://api.example.org
ENV REACT_APP_API_URL=$REACT_APP_API_URL
RUN npm run build

RUN npm install -g serve

# the port that the load balancer knows
EXPOSE 3000
CMD ["serve", "-s", "build", "-l", "3000"]
