/** What a configuration written as JavaScript says under a key, as far as its text shows. */
export type Setting =
  | { readonly kind: 'absent' }
  | { readonly kind: 'literal'; readonly value: string }
  /** It is there, and what it is cannot be read from the text. */
  | { readonly kind: 'computed' };

/** The text with comments replaced by spaces; texts in quotes stay. */
export function withoutComments(text: string): string {
  return text.replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (found) => (found.startsWith('/') ? ' ' : found),
  );
}

/** True when a key of that name is set, or handed on by its name alone. */
export function mentions(text: string, key: string): boolean {
  return new RegExp(`(?:^|[{,\\s])["']?${key}["']?\\s*(?:[:(,}]|$)`, 'm').test(text);
}

/** The value of a key wherever it stands: the one literal, or computed. */
export function settingIn(text: string, key: string): Setting {
  const found = [...text.matchAll(new RegExp(`(?:^|[{,\\s])["']?${key}["']?\\s*:\\s*([^\\n,}]*)`, 'gm'))];
  const shorthand = new RegExp(`[{,]\\s*${key}\\s*(?=[,}])`).test(text);
  if (found.length === 0) return shorthand ? { kind: 'computed' } : { kind: 'absent' };
  const values = new Set(found.map(([, value = '']) => literalOf(value.trim())));
  const [value] = values;
  if (values.size > 1 || value === undefined || shorthand) return { kind: 'computed' };
  return { kind: 'literal', value };
}

function literalOf(text: string): string | undefined {
  const quoted = /^(["'`])([^"'`$\\]*)\1$/.exec(text)?.[2];
  return quoted ?? (/^\d+$|^true$|^false$/.test(text) ? text : undefined);
}

/** The text between the braces of `key: { ... }`; undefined when there is none, or it is computed. */
export function blockOf(text: string, key: string): string | undefined {
  const head = new RegExp(`(?:^|[{,\\s])["']?${key}["']?\\s*:\\s*\\{`, 'm').exec(text);
  if (!head) return undefined;
  const start = head.index + head[0].length;
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return text.slice(start, at);
  }
  return undefined;
}
