FROM denoland/deno:2.1.4 AS build
WORKDIR /app
COPY deno.json deno.lock ./
COPY . .
RUN deno cache main.ts

FROM denoland/deno:distroless-2.1.4
COPY --from=build --chown=1993:1993 /app /app
WORKDIR /app
COPY --from=build --chown=1993:1993 /deno-dir /deno-dir
EXPOSE 8000
USER 1993:1993
CMD ["run", "--allow-net", "--allow-env", "main.ts"]
