const http = require('node:http');
http
  .createServer((request, response) => response.end(`hello from ${request.url}\n`))
  .listen(Number(process.env.PORT ?? 3000));
