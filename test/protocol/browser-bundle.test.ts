import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { builtBundle } from './support/bundles';

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Loads the bundle into a realm that has what a worker has and nothing of Node, with one end of a channel as `self`.
 * @returns the function that sends a request and waits for its result.
 */
async function load(): Promise<(method: string, params: unknown) => Promise<unknown>> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  const loaded = new Promise((resolve) => port1.once('message', resolve));
  const realm = createContext({
    self: port2,
    TextEncoder,
    TextDecoder,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    console,
  });
  runInContext(readFileSync(builtBundle('server.js'), 'utf8'), realm);
  expect(await loaded).toBe('loaded');
  let last = 0;
  return (method, params) => {
    const id = ++last;
    const answer = new Promise((resolve, reject) => {
      port1.on('message', (message: Answer) => {
        if (message.id !== id) return;
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      });
    });
    port1.postMessage({ jsonrpc: '2.0', id, method, params });
    return answer;
  };
}

describe('the browser bundle of the server', () => {
  it('says that it has loaded, then speaks the protocol on the port that it is given, without Node', async () => {
    const request = await load();
    const capabilities = { textDocument: { diagnostic: {} } };
    expect(await request('initialize', { processId: null, rootUri: null, capabilities })).toMatchObject({
      serverInfo: { name: 'jettison' },
    });
    ports[0]?.postMessage({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: {
        textDocument: {
          uri: 'untitled:D',
          languageId: 'dockerfile',
          version: 1,
          text: '\uFEFFFROM scratch\n',
        },
      },
    });
    expect(await request('textDocument/diagnostic', { textDocument: { uri: 'untitled:D' } })).toMatchObject({
      kind: 'full',
    });
    expect(await request('shutdown', null)).toBeNull();
  });
});
