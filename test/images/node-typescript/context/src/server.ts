import http from 'node:http';

const text: string = 'typed\n';
http.createServer((_, response) => response.end(text)).listen(8080);
