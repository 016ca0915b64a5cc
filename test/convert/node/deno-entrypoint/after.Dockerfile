FROM denoland/deno:debian-1.46.3 AS build
WORKDIR /app
ADD . .
RUN deno cache main.ts

FROM denoland/deno:distroless-1.46.3
COPY --from=build --chown=65532:65532 /app /app
WORKDIR /app
COPY --from=build --chown=65532:65532 /deno-dir /deno-dir
USER 65532:65532
ENTRYPOINT ["/bin/deno", "run", "--allow-net", "main.ts"]
