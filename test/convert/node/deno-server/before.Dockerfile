FROM denoland/deno:2.1.4
EXPOSE 8000
WORKDIR /app
COPY deno.json deno.lock ./
COPY . .
RUN deno cache main.ts
USER deno
CMD ["run", "--allow-net", "--allow-env", "main.ts"]
