/** Kinds of Go tokens. Comments are tokens: directives live in them. */
export type GoTokenKind = 'name' | 'string' | 'rune' | 'number' | 'comment' | 'operator';

export interface GoToken {
  readonly kind: GoTokenKind;
  /** Zero-based UTF-16 offsets, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Source text; for long comments and strings taken when asked. */
  readonly text: string;
}

const codes = { quote: 34, rune: 39, raw: 96, slash: 47, star: 42, newline: 10, backslash: 92, dot: 46 };

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * The tokens of a Go source from an offset on, one by one. Never fails: an open string ends at its line, an open comment
 * or raw string at the text's end. Operators come as single characters, but for `:=` and `...`.
 */
export function* goTokens(source: string, from = 0): Generator<GoToken, void, void> {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code <= 32 || code === 0xfeff) {
      at++;
      continue;
    }
    const [kind, end] = tokenAt(source, at, code);
    yield { kind, start: at, end, text: source.slice(at, end) };
    at = end;
  }
}

function tokenAt(source: string, at: number, code: number): readonly [GoTokenKind, number] {
  if (isNameStart(code)) return ['name', endOfName(source, at + 1)];
  const next = source.charCodeAt(at + 1);
  if (isDigit(code) || (code === codes.dot && isDigit(next))) return ['number', endOfNumber(source, at + 1)];
  if (code === codes.quote) return ['string', endOfQuoted(source, at, code)];
  if (code === codes.rune) return ['rune', endOfQuoted(source, at, code)];
  if (code === codes.raw) return ['string', endAfter(source, '`', at + 1)];
  if (code === codes.slash && next === codes.slash) {
    const end = source.indexOf('\n', at);
    return ['comment', end < 0 ? source.length : end];
  }
  if (code === codes.slash && next === codes.star) return ['comment', endAfter(source, '*/', at + 2)];
  if (source.startsWith(':=', at)) return ['operator', at + 2];
  return ['operator', source.startsWith('...', at) ? at + 3 : at + 1];
}

function endOfName(source: string, from: number): number {
  let at = from;
  for (let code = source.charCodeAt(at); isNameStart(code) || isDigit(code); code = source.charCodeAt(++at));
  return at;
}

/** Letters belong to a number too: `0x1F`, `1e9`, `3i`. The sign of an exponent is left outside, which harms nobody here. */
function endOfNumber(source: string, from: number): number {
  let at = from;
  for (
    let code = source.charCodeAt(at);
    isNameStart(code) || isDigit(code) || code === codes.dot;
    code = source.charCodeAt(++at)
  );
  return at;
}

function endOfQuoted(source: string, start: number, quote: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === codes.newline) return at;
    if (code === codes.backslash) at++;
  }
  return source.length;
}

function endAfter(source: string, closer: string, from: number): number {
  const found = source.indexOf(closer, from);
  return found < 0 ? source.length : found + closer.length;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The value of a string token, quotes included in the argument. Bytes above 127 (`\xff`) become replacement characters. */
export function stringValue(token: string): string {
  const inner = token.slice(1, token.length > 1 && token.endsWith(token[0] ?? '') ? -1 : undefined);
  // Carriage returns are no part of a raw string.
  if (token.startsWith('`')) return inner.replace(/\r/g, '');
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/gs,
    (whole, x?: string, u?: string, U?: string, octal?: string, plain?: string) => {
      if (plain !== undefined) return escapes[plain] ?? plain;
      const byte = x ?? octal;
      if (byte !== undefined) {
        const value = parseInt(byte, x === undefined ? 8 : 16);
        return value < 128 ? String.fromCharCode(value) : '\uFFFD';
      }
      const point = parseInt(u ?? U ?? '', 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
