import type { RuntimeFile } from '../ecosystem';
import type { Project } from '../../project/project';
import { dirname, joinPath } from '../../text/path';

/** Methods of fs and of modules like it whose first argument is made or changed. Source: nodejs.org, fs. */
const call =
  /\b(mkdir|mkdirp|mkdirs|ensureDir|writeFile|appendFile|outputFile|createWriteStream|outputJson|writeJson|ensureFile)(?:Sync)?\s*\(\s*(['"`])(\/[^'"`$\n]+)\2/g;
/** Places that upload modules and databases are given: `dest: '/uploads'`, `storage: '/data/app.sqlite'`. */
const setting =
  /\b(?:dest|storage|destination|filename|uploadDir|dbPath|dataDir)\s*:\s*(['"`])(\/[^'"`$\n]+)\1/g;

/** Absolute places outside the app folder that the sources write to. */
export function runtimeWrites(files: readonly string[], project: Project): RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  const add = (path: string, folder: boolean, reason: string) => {
    const place = joinPath('/', folder ? path : dirname(path));
    if (!/^\/(proc|sys|dev|tmp|etc|usr|bin|lib)?(\/|$)/.test(place))
      found.set(place, { path: place, folder: true, reason });
  };
  for (const file of files) {
    const text = project.read(file) ?? '';
    for (const [, method = '', , path = ''] of text.matchAll(call)) {
      add(path, /^(mkdir|mkdirp|mkdirs|ensureDir)$/.test(method), `${file} writes there`);
    }
    for (const [, , path = ''] of text.matchAll(setting))
      add(path, !/\.\w+$/.test(path), `${file} keeps files there`);
  }
  return [...found.values()];
}
