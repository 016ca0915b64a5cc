import { createServer } from 'node:http';

const text: string = 'typed\n';
createServer((_, response) => response.end(text)).listen(8080);
