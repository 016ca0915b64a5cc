import { day } from 'durations';

Bun.serve({
  port: 3000,
  fetch: (request) => new Response(`${new URL(request.url).pathname}: a day has ${day} ms\n`),
});
