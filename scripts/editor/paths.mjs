import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..');
export const editorTests = path.join(repository, 'test', 'editor');

/** Where downloaded editors are kept, outside node_modules so that `npm ci` does not delete them. */
export function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'jettison');
}

const temporaryFolders = new Set();

// Also after Ctrl+C or a failure in the middle.
process.once('exit', () =>
  temporaryFolders.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

/** A fresh temporary folder and the function that removes it. */
export async function temporaryFolder(purpose) {
  // macOS hands out a symbolic link here; editors report the real path, and tests compare the two.
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), `jettison-${purpose}-`)));
  temporaryFolders.add(folder);
  async function remove() {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    temporaryFolders.delete(folder);
  }
  return { folder, remove };
}
