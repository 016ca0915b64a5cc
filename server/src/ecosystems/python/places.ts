import type { RuntimeFile } from '../ecosystem';
import { lineOf, type PythonSource } from './sources';

/** A call that opens, makes or keeps a file, with an absolute path written out. Source: docs.python.org, and SQLAlchemy's URLs. */
const writing = [
  /\b(?:open|io\.open|codecs\.open|aiofiles\.open)\s*\(\s*[rf]?["'](\/[^"'{}\n]+)["']\s*,\s*(?:mode\s*=\s*)?["'][^"']*[wax+]/g,
  /\b(?:makedirs|mkdir|sqlite3\.connect|FileHandler|RotatingFileHandler|TimedRotatingFileHandler|shelve\.open|FileLock)\s*\(\s*[rf]?["'](\/[^"'{}\n]+)["']/g,
  /\bPath\s*\(\s*["'](\/[^"'{}\n]+)["']\s*\)\s*\.\s*(?:mkdir|touch|write_text|write_bytes)\b/g,
  /\bsqlite(?:\+\w+)?:\/\/\/(\/[\w./-]+)/g,
  /["']?\b\w*(?:DIR|DIRECTORY|FOLDER|UPLOADS?|MEDIA_ROOT|STORAGE|DB_PATH|DATABASE_PATH|LOG_FILE|LOG_PATH|filename)["']?\s*[=:]\s*(?:Path\s*\(\s*)?["'](\/[^"'{}\n]+)["']/g,
];

/** Absolute places that the sources write to, or look as if they did. */
export function writesOf(sources: readonly PythonSource[]): RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  for (const source of sources) {
    for (const pattern of writing) {
      for (const match of source.text.matchAll(pattern)) {
        const path = (match[1] ?? '').replace(/\/+$/, '');
        if (!/^\/[\w.-]+(\/[\w. -]+)*$/.test(path) || foreign.test(path) || found.has(path)) continue;
        const reason = `${lineOf(source, match.index)} writes ${path}`;
        found.set(path, { path, folder: !/\.\w{1,8}$/.test(path), reason });
      }
    }
  }
  return [...found.values()];
}

/** Folders that images have, and that no program makes anew. */
const foreign = /^\/(tmp|dev|proc|sys|etc|usr|bin|lib|root)(\/|$)/;

/** Where the sources name the home folder of root: another user may not look into it. */
export function namesRootsHome(sources: readonly PythonSource[]): string | undefined {
  for (const source of sources) {
    for (const { index } of source.text.matchAll(/["']\/root\//g)) return lineOf(source, index);
  }
  return undefined;
}

/** Files that are written by a name without a folder: they land where the program starts. */
const writingHere = [
  /\b(?:open|io\.open)\s*\(\s*[rf]?["']([\w.-][^"'\n]*)["']\s*,\s*(?:mode\s*=\s*)?["'][^"']*[wax+]/g,
  /\b(?:makedirs|mkdir|sqlite3\.connect|FileHandler|RotatingFileHandler|TimedRotatingFileHandler)\s*\(\s*[rf]?["'](?!:)([\w.-][^"'\n]*)["']/g,
  /\bsqlite(?:\+\w+)?:\/\/\/(?!:)([\w.-][\w./-]*)/g,
];

/** Where the sources write to the folder that they start in; undefined when no line says so. */
export function writesHere(sources: readonly PythonSource[]): string | undefined {
  for (const source of sources) {
    for (const pattern of writingHere) {
      for (const { index } of source.text.matchAll(pattern)) return lineOf(source, index);
    }
  }
  return undefined;
}
