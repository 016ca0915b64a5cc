import { ExpansionError } from './expansion-error';

/**
 * The wildcard patterns of `${X#pattern}`, `${X%pattern}` and `${X/pattern/replacement}`: `*` and `?`, no brackets
 * (BuildKit's lex.go, `convertShellPatternToRegex`). Matched by a table instead of a regular expression, whose
 * backtracking a pattern such as `*a*a*a*a` would blow up.
 */

type Token =
  { readonly kind: 'star' } | { readonly kind: 'any' } | { readonly kind: 'char'; readonly char: string };

/** Most table cells filled for one expansion; a hundred times what real values need. */
const largestTable = 4_000_000;

/** The value without the shortest (`greedy`: longest) beginning that the pattern matches. */
export function removePrefix(value: string, pattern: string, greedy: boolean): string {
  const chars = Array.from(value);
  const end = matchEnd(tokens(pattern), chars, 0, greedy);
  return end === undefined ? value : chars.slice(end).join('');
}

/** The value without the shortest (`greedy`: longest) end that the pattern matches. */
export function removeSuffix(value: string, pattern: string, greedy: boolean): string {
  const chars = Array.from(value).reverse();
  const end = matchEnd(tokens(pattern).reverse(), chars, 0, greedy);
  return end === undefined ? value : chars.slice(end).reverse().join('');
}

/** The value with the first match (`all`: every match) of the pattern replaced; the longest at each place. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string {
  const chars = Array.from(value);
  const parsed = tokens(pattern);
  if (chars.length * chars.length * (parsed.length + 1) > largestTable) {
    throw new ExpansionError('the value is too long');
  }
  // Go reads `$1` in the replacement here, and inserts at every empty match; neither is worth imitating.
  const matchesEmpty = parsed.every((token) => token.kind === 'star');
  if (all && (replacement.includes('$') || (matchesEmpty && (parsed.length === 0 || value.includes('\n'))))) {
    throw new ExpansionError('the replacement is too unusual');
  }
  if (all && matchesEmpty) return replacement;
  let result = '';
  let at = 0;
  while (at <= chars.length) {
    const end = matchEnd(parsed, chars, at, true);
    if (end !== undefined) {
      result += replacement;
      at = end;
      if (!all) break;
    } else {
      result += chars[at] ?? '';
      at++;
    }
  }
  return result + chars.slice(at).join('');
}

/** @throws ExpansionError for an escape that BuildKit refuses. */
function tokens(pattern: string): Token[] {
  const chars = Array.from(pattern);
  const found: Token[] = [];
  for (let i = 0; i < chars.length; i++) {
    let char = chars[i] ?? '';
    if (char === '*') found.push({ kind: 'star' });
    else if (char === '?') found.push({ kind: 'any' });
    else {
      if (char === '\\') {
        char = chars[++i] ?? '';
        if (!['*', '?', '\\', '}', '/'].includes(char)) throw new ExpansionError(`invalid escape \\${char}`);
      }
      found.push({ kind: 'char', char });
    }
  }
  return found;
}

/** Index after the shortest or longest match that begins at `start`; wildcards stop at line ends, as in Go. */
function matchEnd(
  pattern: readonly Token[],
  chars: readonly string[],
  start: number,
  longest: boolean,
): number | undefined {
  const size = chars.length - start + 1;
  if (size * (pattern.length + 1) > largestTable) throw new ExpansionError('the value is too long');
  let reached = new Uint8Array(size);
  reached[0] = 1;
  for (const token of pattern) {
    const next = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
      const char = chars[start + i];
      if (token.kind === 'star') {
        if (reached[i] === 1) next[i] = 1;
        if (next[i] === 1 && char !== undefined && char !== '\n') next[i + 1] = 1;
      } else if (reached[i] === 1 && char !== undefined) {
        if (token.kind === 'any' ? char !== '\n' : char === token.char) next[i + 1] = 1;
      }
    }
    reached = next;
  }
  const end = longest ? reached.lastIndexOf(1) : reached.indexOf(1);
  return end === -1 ? undefined : start + end;
}
