import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess, FolderEntry } from '../project/project';

/**
 * Files of this machine, by `file:` URIs. Sockets, pipes and devices are not listed and never opened. Sizes are not told:
 * they would cost a system call for each file. The calls are synchronous: for thousands of small files that is several
 * times faster than a trip through the thread pool for each, and callers await between batches anyway.
 */
export const diskAccess: FileAccess = {
  async list(uri) {
    const folder = pathOf(uri);
    if (folder === undefined) return undefined;
    try {
      return readdirSync(folder, { withFileTypes: true })
        .map((entry) => kindOf(folder, entry))
        .filter((entry) => entry !== undefined);
    } catch {
      return undefined;
    }
  },
  async read(uri, maxBytes) {
    const path = pathOf(uri);
    return path === undefined ? undefined : readText(path, maxBytes);
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function entryOf(name: string, kind: FolderEntry['kind']): FolderEntry {
  return { name, kind, size: undefined };
}

function kindOf(folder: string, entry: Dirent): FolderEntry | undefined {
  if (entry.isFile()) return entryOf(entry.name, 'file');
  if (entry.isDirectory()) return entryOf(entry.name, 'folder');
  return entry.isSymbolicLink() ? linkKind(folder, entry.name) : undefined;
}

/** A dangling link is a file: Docker copies the link itself. */
function linkKind(folder: string, name: string): FolderEntry | undefined {
  try {
    const target = statSync(join(folder, name));
    if (target.isFile()) return entryOf(name, 'file');
    if (!target.isDirectory()) return undefined;
    return entryOf(name, leadsBack(folder, join(folder, name)) ? 'file' : 'folder');
  } catch {
    return entryOf(name, 'file');
  }
}

/** True when following the link would enter a folder that the path to it has already passed through. */
function leadsBack(folder: string, link: string): boolean {
  const target = realpathSync(link);
  for (let passed = folder; ; passed = dirname(passed)) {
    const real = realpathSync(passed);
    if (real === target || real.startsWith(target.endsWith(sep) ? target : target + sep)) return true;
    if (dirname(passed) === passed) return false;
  }
}

function readText(path: string, maxBytes: number): string | undefined {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever. Windows has no such flag.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > maxBytes) return undefined;
    const buffer = Buffer.allocUnsafe(stats.size);
    let length = 0;
    for (let count = -1; count !== 0 && length < stats.size; length += count) {
      count = readSync(file, buffer, length, stats.size - length, null);
    }
    const bytes = buffer.subarray(0, length);
    return bytes.includes(0) ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
