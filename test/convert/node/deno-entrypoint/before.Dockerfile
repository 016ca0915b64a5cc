FROM denoland/deno:debian-1.46.3
WORKDIR /app
ADD . .
RUN deno cache main.ts
ENTRYPOINT ["deno", "run", "--allow-net", "main.ts"]
