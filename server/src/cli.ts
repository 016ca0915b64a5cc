/// <reference types="node" />
/** Composition root: the command line. */
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import { runCommandLine } from './cli/command-line';
import type { Terminal } from './cli/terminal';
import { loadBuildContext } from './host/build-context';
import { loadConfiguration } from './host/configuration-file';
import { diskAccess } from './host/disk';
import { rememberFiles } from './host/remembered-files';
import { nothingRead } from './project/load';
import { createService } from './service';

const { stdin, stdout, stderr, env } = process;

// The reader of a pipe may leave early (`jettison lint | head`): there is nobody left to tell.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const terminal: Terminal = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  colour: stdout.isTTY && !env.NO_COLOR,
  folder: process.cwd(),
  readInput: () => buffer(stdin),
};
const service = createService({ log: (message) => terminal.err(`jettison: ${message}\n`) });
// One run sees the files as they were when it first looked.
const files = rememberFiles(diskAccess);
const readSoFar = nothingRead();

void runCommandLine(process.argv.slice(2), terminal, {
  version,
  service,
  loadContext: ({ uri, text }, root) =>
    loadBuildContext(files, uri, {
      wants: (path) => service.wantsFile(path),
      copySources: service.copySources(text),
      root,
      workspaceFolders: [pathToFileURL(terminal.folder).href],
      readSoFar,
    }),
  findConfiguration: (dockerfile) =>
    loadConfiguration(files, dockerfile, {
      read: (text) => service.readConfiguration(text),
      workspaceFolders: [pathToFileURL(terminal.folder).href],
    }),
  // The server's bundle lies beside this one; it takes over the streams.
  serve: async () => void (await import('./server.js')),
}).then((code) => {
  // Not `process.exit`: pipes are written in the background, and the server lives on.
  process.exitCode = code;
});
