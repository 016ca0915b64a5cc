FROM node:20
WORKDIR /docs
COPY . .
RUN yarn && yarn build
EXPOSE 3000
ENTRYPOINT ["yarn", "serve", "--host", "0.0.0.0"]
