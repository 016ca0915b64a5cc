import { parseAllDocuments } from 'yaml';

/** The documents of a YAML text, aliases and merge keys resolved; those with syntax errors are left out. */
export function readYaml(text: string): unknown[] {
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
