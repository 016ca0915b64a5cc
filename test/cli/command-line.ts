import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../server/src/cli/command-line';
import type { Terminal } from '../../server/src/cli/terminal';
import { loadBuildContext } from '../../server/src/host/build-context';
import { loadConfiguration } from '../../server/src/host/configuration-file';
import { diskAccess } from '../../server/src/host/disk';
import { fakeService } from '../protocol/support/fake-service';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command with the fake service, in a folder, as `dist/cli.js` would with the real one. */
export async function jettison(
  folder: string,
  args: readonly string[],
  { input = '', colour = false }: { input?: string | Uint8Array; colour?: boolean } = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colour,
    folder,
    readInput: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
  };
  const code = await runCommandLine(args, terminal, {
    version: '1.2.3',
    service: fakeService,
    loadContext: ({ uri, text }, root) =>
      loadBuildContext(diskAccess, uri, {
        wants: (file) => fakeService.wantsFile(file),
        copySources: fakeService.copySources(text),
        root,
      }),
    findConfiguration: (dockerfile) =>
      loadConfiguration(diskAccess, dockerfile, {
        read: (text) => fakeService.readConfiguration(text),
        workspaceFolders: [pathToFileURL(folder).href],
      }),
    serve: () => Promise.reject(new Error('not part of these tests')),
  });
  return { code, out, err };
}

/** A temporary folder with files; the second value removes it. */
export async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<[folder: string, remove: () => Promise<void>]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jettison-cli-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return [folder, () => rm(folder, { recursive: true, force: true })];
}
