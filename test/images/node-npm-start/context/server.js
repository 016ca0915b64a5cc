const http = require('node:http');
const { readFileSync } = require('node:fs');
const greeting = readFileSync('greeting.txt', 'utf8').trim();

http
  .createServer((request, response) => response.end(`${greeting} ${process.env.MODE} ${request.url}\n`))
  .listen(3000);
