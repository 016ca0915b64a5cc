/** Which files of server/src/rules are rules: those that export one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');
export const rulesFolder = path.join(repository, 'server', 'src', 'rules');

/** Sorted by id: `{ id, constant }`. The id is the file's name, as the rule object must say too. */
export function ruleFiles() {
  return readdirSync(rulesFolder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .sort()
    .flatMap((name) => {
      const source = readFileSync(path.join(rulesFolder, name), 'utf8');
      const constant = /^export const (\w+): Rule\b/m.exec(source)?.[1];
      return constant === undefined ? [] : [{ id: name.slice(0, -'.ts'.length), constant }];
    });
}

/** `final-stage-runs-as-root` -> `finalStageRunsAsRoot`. */
export function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
