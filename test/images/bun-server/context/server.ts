import ms from 'ms';

Bun.serve({
  port: 3000,
  fetch: (request) => new Response(`${new URL(request.url).pathname}: a day has ${ms('1d')} ms\n`),
});
