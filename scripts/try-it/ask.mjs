/** One HTTP GET. Also a program, `node ask.mjs URL`, that can be started in another network namespace. */
import http from 'node:http';
import { fileURLToPath } from 'node:url';

/** A server that accepts and then says nothing is not an answer. */
const PATIENCE = 20_000;

/**
 * Asks without following redirections. The answer's body is in base64.
 * @throws when there is no complete answer.
 */
export function ask(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: false, timeout: PATIENCE }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          type: response.headers['content-type'],
          location: response.headers.location,
          body: Buffer.concat(chunks).toString('base64'),
        }),
      );
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${PATIENCE / 1000} s`)));
    request.on('error', reject);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await ask(process.argv[2])));
}
