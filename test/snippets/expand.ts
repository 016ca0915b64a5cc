import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Snippet {
  readonly title: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = path.resolve(import.meta.dirname, '..', '..', 'snippets', 'dockerfile.code-snippets');

export function readSnippets(): Snippet[] {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Omit<Snippet, 'title'>>;
  return Object.entries(entries).map(([title, snippet]) => ({ title, ...snippet }));
}

/**
 * What the editor inserts when every tab stop keeps its default. Of VS Code's snippet syntax it knows what ours use:
 * `$1`, `${1:default}`, `${1|first,second|}`, and `\` before a character that stands for itself.
 * @throws when something else follows a `$`, or a tab stop is repeated but never given a default.
 */
export function expandWithDefaults(body: readonly string[]): string {
  const token = /\\([\\$}])|\$\{(\d+):([^}]*)\}|\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$(\d+)|\$/g;
  const defaults = new Map<string, string>([['0', '']]);
  return body.join('\n').replace(token, (whole, literal, named, text, chosen, first, repeated) => {
    if (literal !== undefined) return literal as string;
    const stop = (named ?? chosen) as string | undefined;
    if (stop !== undefined) {
      const value = (text ?? first) as string;
      defaults.set(stop, value);
      return value;
    }
    const known = defaults.get(repeated as string);
    if (known === undefined) throw new Error(`cannot expand ${whole}`);
    return known;
  });
}
