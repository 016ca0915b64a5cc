import type { JsonItem } from './ast';
import { spanIn } from './joined-text';
import type { MappedText } from '../text/mapped-text';

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A string of a JSON array. */
export interface JsonString extends JsonItem {
  /** As written, quotes and escapes still in it. */
  readonly raw: string;
}

/**
 * The strings of a JSON array, each with its place; undefined when the text is anything else, such as an array with
 * something behind it, with a trailing comma, or with an element that is no string. Accepts what `JSON.parse`
 * accepts. (Docker stops the build at an array of other things; here it is a shell form.)
 */
export function readJsonStrings(body: MappedText): JsonString[] | undefined {
  const { text } = body;
  if (!text.startsWith('[')) return undefined;
  const items: JsonString[] = [];
  let at = skipJsonSpace(text, 1);
  if (text.charAt(at) === ']') return skipJsonSpace(text, at + 1) === text.length ? items : undefined;
  for (;;) {
    const item = readString(body, at);
    if (!item) return undefined;
    items.push(item.value);
    at = skipJsonSpace(text, item.end);
    const next = text.charAt(at);
    at = skipJsonSpace(text, at + 1);
    if (next === ']') return at === text.length ? items : undefined;
    if (next !== ',') return undefined;
  }
}

/** The string whose opening quote is at `start`. */
function readString(body: MappedText, start: number): { value: JsonString; end: number } | undefined {
  const { text } = body;
  if (text.charAt(start) !== '"') return undefined;
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = start + 1;
  while (at < text.length) {
    const from = at;
    while (at < text.length && text.charAt(at) >= ' ' && !'"\\'.includes(text.charAt(at))) at++;
    parts.push(text.slice(from, at));
    for (let i = from; i < at; i++) offsets.push(body.offsets[i] ?? 0);
    const char = text.charAt(at);
    if (char === '"') {
      const value = parts.join('');
      offsets.push(body.offsets[at] ?? 0);
      const mapped = { text: value, offsets };
      const end = at + 1;
      return { value: { value, raw: text.slice(start, end), span: spanIn(body, start, end), mapped }, end };
    }
    const decoded = char === '\\' ? readEscape(text, at + 1) : undefined;
    if (!decoded) return undefined;
    parts.push(decoded.char);
    offsets.push(body.offsets[at] ?? 0);
    at = decoded.end;
  }
  return undefined;
}

/** What stands after a backslash. */
function readEscape(text: string, at: number): { char: string; end: number } | undefined {
  const letter = text.charAt(at);
  if (letter === 'u') {
    const digits = text.slice(at + 1, at + 5);
    if (!/^[\dA-Fa-f]{4}$/.test(digits)) return undefined;
    return { char: String.fromCharCode(parseInt(digits, 16)), end: at + 5 };
  }
  const char = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  return char === undefined ? undefined : { char, end: at + 1 };
}

function skipJsonSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
