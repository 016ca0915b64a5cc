import { parseAllDocuments } from 'yaml';
import type { BuildFile } from './use';

const remembered = new WeakMap<BuildFile, readonly unknown[]>();

/**
 * The documents of a YAML file, aliases and merge keys resolved; those with syntax errors are left out. Parsed once:
 * many Dockerfiles may ask for the same file.
 */
export function readYaml(file: BuildFile): readonly unknown[] {
  let documents = remembered.get(file);
  if (documents === undefined) remembered.set(file, (documents = parseYaml(file.text)));
  return documents;
}

function parseYaml(text: string): unknown[] {
  try {
    const documents = parseAllDocuments(text, { merge: true, logLevel: 'silent', strict: false });
    return [...documents].flatMap((document) =>
      document.errors.length > 0 ? [] : [document.toJS({ maxAliasCount: 100 }) as unknown],
    );
  } catch {
    // Aliases that are not defined, or that multiply like a "billion laughs" file.
    return [];
  }
}
