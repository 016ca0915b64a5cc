FROM node:20
WORKDIR /srv/app
COPY client/package.json client/
RUN cd client && npm install
COPY client client
WORKDIR /srv/app/client
CMD ["npm", "run", "dev", "--", "--host", "--port", "3000"]
