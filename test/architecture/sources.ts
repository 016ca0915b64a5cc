import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

/** Paths below a folder of the repository, relative to its root, with slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Our own sources: not the data of tests. */
export const sources = ['client/src', 'server/src', 'scripts', 'test']
  .flatMap(filesBelow)
  .filter((file) => /\.(ts|mjs|mts)$/.test(file) && !/^test\/editor\/(workspace|sample)\//.test(file))
  .filter((file) => !file.includes('/context/'));
