/** Which files of server/src/rules are rules: those that export one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(fileURLToPath(import.meta.url), '..', '..');
export const rulesFolder = path.join(repository, 'server', 'src', 'rules');

/**
 * Sorted by id: `{ id, constant, file }`. `file` is the path below the folder, without its extension; its last part is the
 * id, in kebab case where the rule bears a name of BuildKit's.
 */
export function ruleFiles() {
  return readdirSync(rulesFolder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .flatMap((name) => {
      const source = readFileSync(path.join(rulesFolder, name), 'utf8');
      const constant = /^export const (\w+): Rule\b/m.exec(source)?.[1];
      const id = /^ {2}id: '([\w-]+)',$/m.exec(source)?.[1];
      return constant === undefined ? [] : [{ id: id ?? '', constant, file: name.slice(0, -'.ts'.length) }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `StageNameCasing` -> `stage-name-casing`; what is in kebab case stays. */
export function kebabCase(id) {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** `final-stage-runs-as-root` -> `finalStageRunsAsRoot`. */
export function camelCase(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
