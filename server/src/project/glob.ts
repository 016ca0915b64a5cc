/** A pattern of `.dockerignore`, compiled: does it match this whole path? */
export type PathTest = (path: string) => boolean;

type Token =
  | { readonly kind: 'one'; readonly source: string; readonly test: (character: string) => boolean }
  /** `*`: anything but a slash. */
  | { readonly kind: 'within' }
  /** `**` and a following slash: nothing, or folders. */
  | { readonly kind: 'folders' }
  /** `**` at the end: anything. */
  | { readonly kind: 'rest' };

const sources = { within: '[^/]*', folders: '(?:.*/)?', rest: '.*' };

/** Up to this many wildcards a regular expression is quick even on hostile input. */
const quickWildcards = 3;

/**
 * Compiles a clean pattern with the meaning that BuildKit's matcher (moby/patternmatcher) gives it. Undefined where its
 * syntax is one that Go's `filepath.Match` rejects: open or empty character classes, a backslash at the end.
 */
export function compileGlob(pattern: string): PathTest | undefined {
  if (!/[*?[\\]/.test(pattern)) return (path) => path === pattern;
  const suffix = /^\*\*([^*?[\\]*)$/.exec(pattern)?.[1];
  if (suffix !== undefined) {
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  const tokens = tokensOf(pattern);
  if (!tokens) return undefined;
  if (tokens.filter((token) => token.kind !== 'one').length > quickWildcards) return simulate(tokens);
  const expression = new RegExp(
    `^${tokens.map((token) => (token.kind === 'one' ? token.source : sources[token.kind])).join('')}$`,
    'su',
  );
  return (path) => expression.test(path);
}

function tokensOf(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  const lexer = /\*\*\/?|\\.|\[\^?(?:\\.|[^\]\\])+\]|[^[\\]/suy;
  while (lexer.lastIndex < pattern.length) {
    const text = lexer.exec(pattern)?.[0];
    if (text === undefined) return undefined;
    const token = tokenOf(text, lexer.lastIndex === pattern.length);
    if (!token) return undefined;
    const last = tokens[tokens.length - 1];
    if (token.kind === 'one' || token.kind !== last?.kind) tokens.push(token);
  }
  return tokens;
}

function tokenOf(text: string, atEnd: boolean): Token | undefined {
  if (text.startsWith('**')) return { kind: atEnd ? 'rest' : 'folders' };
  if (text === '*') return { kind: 'within' };
  if (text === '?') return { kind: 'one', source: '[^/]', test: (character) => character !== '/' };
  if (text.startsWith('[')) {
    const source = classOf(text);
    if (source === undefined) return undefined;
    const expression = new RegExp(`^${source}$`, 'su');
    return { kind: 'one', source, test: (character) => expression.test(character) };
  }
  const literal = text.replace(/^\\(?=.)/su, '');
  return { kind: 'one', source: escapeOutside(literal), test: (character) => character === literal };
}

/** A character class whose members are escaped; undefined where Go finds a range without an end or backwards. */
function classOf(text: string): string | undefined {
  const [, negated = '', body = ''] = /^\[(\^?)(.*)\]$/su.exec(text) ?? [];
  let members = '';
  const lexer = /(\\.|[^-\\])(?:-(\\.|[^-\\]))?/suy;
  while (lexer.lastIndex < body.length) {
    const [, from, to] = lexer.exec(body) ?? [];
    if (from === undefined) return undefined;
    const low = from.replace(/^\\(?=.)/su, '');
    const high = (to ?? from).replace(/^\\(?=.)/su, '');
    if (low > high) return undefined;
    members += `${escapeInside(low)}-${escapeInside(high)}`;
  }
  return members === '' ? undefined : `[${negated}${members}]`;
}

function escapeOutside(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function escapeInside(character: string): string {
  return /[\\^\][-]/.test(character) ? `\\${character}` : character;
}

/** Follows all ways through the pattern at once: time grows with pattern times path, never faster. */
function simulate(tokens: readonly Token[]): PathTest {
  return (path) => {
    let places = new Set<number>();
    enter(tokens, 0, places);
    for (const character of path) {
      const next = new Set<number>();
      for (const place of places) {
        const token = tokens[place];
        if (token?.kind === 'one' && token.test(character)) enter(tokens, place + 1, next);
        if (token?.kind === 'within' && character !== '/') enter(tokens, place, next);
        if (token?.kind === 'rest') enter(tokens, place, next);
        if (token?.kind === 'folders') {
          next.add(place);
          if (character === '/') enter(tokens, place + 1, next);
        }
      }
      places = next;
    }
    return places.has(tokens.length);
  };
}

/** Adds a place and those that its wildcards reach without a character. Inside `folders`, only a slash leads on. */
function enter(tokens: readonly Token[], place: number, places: Set<number>): void {
  places.add(place);
  const token = tokens[place];
  if (token && token.kind !== 'one') enter(tokens, place + 1, places);
}
