import type { RuntimeFile } from '../ecosystem';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';
import type { Manifest } from './manifest';

/** Methods of fs and of modules like it whose first argument is made or changed. Source: nodejs.org, fs. */
const call =
  /\b(mkdir|mkdirp|mkdirs|ensureDir|writeFile|appendFile|outputFile|createWriteStream|outputJson|writeJson|ensureFile|rename|copyFile|unlink)(?:Sync)?\s*\(\s*(?:(['"`])(\/[^'"`$\n]+)\2)?/g;
/** Places that upload modules and databases are given: `dest: '/uploads'`, `storage: '/data/app.sqlite'`. */
const setting =
  /\b(?:dest|storage|destination|filename|uploadDir|dbPath|dataDir)\s*:\s*(['"`])(\/?[^'"`$\n]+)\1/g;
/** Packages that keep files where the program stands. */
const keepsFiles =
  /^(sqlite3|better-sqlite3|@libsql\/client|libsql|sql\.js|nedb|@seald-io\/nedb|lowdb|node-persist|level|lmdb|multer|winston-daily-rotate-file|node-json-db|express-fileupload|conf|rotating-file-stream)$/;

/** Places that the sources write to: absolute ones, and the app folder for all others. */
export function runtimeWrites(
  files: readonly string[],
  { production }: Manifest,
  folder: string,
  project: Project,
): RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  const add = (path: string, isFolder: boolean, reason: string) => {
    const place = joinPath(folder, isFolder ? path : dirname(path));
    if (!/^\/(proc|sys|dev|tmp|etc|usr|bin|lib)?(\/|$)/.test(place) || place === folder)
      found.set(place, { path: place, folder: true, reason });
  };
  const keeper = [...production.keys()].find((name) => keepsFiles.test(name));
  if (keeper !== undefined) add('.', true, `${keeper} keeps files`);
  for (const file of files) {
    const text = project.read(file) ?? '';
    for (const [, method = '', , path] of text.matchAll(call)) {
      if (path === undefined) add('.', true, `${file} writes files`);
      else add(path, /^(mkdir|mkdirp|mkdirs|ensureDir)$/.test(method), `${file} writes there`);
    }
    for (const [, , path = ''] of text.matchAll(setting)) {
      if (path.startsWith('/')) add(path, !/\.\w+$/.test(path), `${file} keeps files there`);
    }
  }
  return [...found.values()];
}
