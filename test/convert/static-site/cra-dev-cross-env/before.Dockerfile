FROM node:20
WORKDIR /usr/src/app
COPY . .
RUN yarn install --frozen-lockfile
EXPOSE 3006
ENTRYPOINT ["yarn"]
CMD ["start"]
