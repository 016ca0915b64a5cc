FROM denoland/deno
WORKDIR /srv/app
COPY . .
RUN deno install
CMD ["deno", "task", "start"]
