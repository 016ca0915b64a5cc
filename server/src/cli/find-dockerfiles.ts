import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readingFault } from './source-file';
import { UnusableInput, type Terminal } from './terminal';

const skippedFolders = new Set(['.git', 'node_modules']);

/** `Dockerfile`, `Dockerfile.dev`, `api.dockerfile`, and the same for Containerfiles, in any case. */
const dockerfileName = /^(?:dockerfile|containerfile)(?:\..+)?$|.\.(?:dockerfile|containerfile)$/i;

/** `Dockerfile.dockerignore` is the ignore file of `Dockerfile`. */
function isDockerfileName(name: string): boolean {
  return dockerfileName.test(name) && !/\.dockerignore$/i.test(name);
}

/**
 * The files that a path stands for: itself, or the Dockerfiles below it, sorted, as the user will see them.
 * Symbolic links to folders are not followed below the given path.
 * @param unreadable told of folders below that cannot be listed.
 * @throws UnusableInput when the path itself is missing or unreadable.
 */
export function dockerfilesAt(
  terminal: Terminal,
  given: string,
  unreadable: (message: string) => void,
): string[] {
  try {
    if (!statSync(path.resolve(terminal.folder, given)).isDirectory()) return [given];
  } catch (error) {
    throw new UnusableInput(`${given}: ${readingFault(error)}`);
  }
  const found: string[] = [];
  const folders = [given];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      // Synchronous: with nothing else to do meanwhile, a trip through the thread pool for each folder only costs time.
      for (const entry of readdirSync(path.resolve(terminal.folder, folder), { withFileTypes: true })) {
        const below = path.join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!skippedFolders.has(entry.name)) folders.push(below);
        } else if (isDockerfileName(entry.name) && isFile(path.resolve(terminal.folder, below), entry)) {
          found.push(below);
        }
      }
    } catch (error) {
      unreadable(`${folder}: ${readingFault(error)}`);
    }
  }
  return found.sort();
}

function isFile(absolute: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(absolute).isFile();
  } catch {
    // A dangling link is nobody's Dockerfile.
    return false;
  }
}
