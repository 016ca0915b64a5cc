require('node:http')
  .createServer((_, answer) => answer.end(process.env.NODE_ENV))
  .listen(3000);
