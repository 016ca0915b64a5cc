FROM denoland/deno AS build
WORKDIR /srv/app
COPY . .
RUN deno install

FROM denoland/deno:distroless
COPY --from=build --chown=65532:65532 /srv/app /srv/app
WORKDIR /srv/app
COPY --from=build --chown=65532:65532 /deno-dir /deno-dir
USER 65532:65532
CMD ["task", "start"]
