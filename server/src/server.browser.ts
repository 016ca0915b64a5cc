/** Composition root: the language server in a worker, or on a message port that its loader passes in as `self`. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { startServer } from './features/start-server';
import { createService } from './service';

interface Port {
  postMessage(message: unknown): void;
  close(): void;
}

declare const self: Port;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const service = createService({ log: (message) => connection.console.error(message) });
startServer(connection, { version, disk: undefined }, service);
connection.onExit(() => self.close());
// Tells the client that the bundle has loaded and listens.
self.postMessage('loaded');
