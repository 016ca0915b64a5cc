/// <reference types="node" />
/** Composition root: the language server as a Node process (`--node-ipc` from VS Code, `--stdio` from others). */
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { startServer } from './features/start-server';
import { diskAccess } from './host/disk';
import { createService } from './service';

const connection = createConnection();
const service = createService({ log: (message) => connection.console.error(message) });
startServer(connection, { version, disk: diskAccess }, service);
