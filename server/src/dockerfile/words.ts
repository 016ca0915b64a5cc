import type { MappedText } from '../text/mapped-text';
import type { Span } from '../text/span';
import type { Dockerfile, Word } from './ast';
import { spanIn } from './joined-text';
import type { JsonString } from './json';
import { lex } from './lexer';
import { isSeparator, isSpace } from './whitespace';

/**
 * Splits the arguments of ENV, LABEL and ARG into words as BuildKit does (parser/line_parsers.go, `parseWords`):
 * at white space outside quotes that is not escaped. Nothing can be escaped in single quotes.
 */
export function splitWords(mapped: MappedText, escape: Dockerfile['escape']): Word[] {
  return splitWordRanges(mapped.text, escape).map(({ start, end }) => wordOf(mapped, start, end, escape));
}

/** As `splitWords`: where the words are in the joined text. */
export function splitWordRanges(text: string, escape: Dockerfile['escape']): Span[] {
  const words: Span[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let quote: string | undefined;
    for (; at < text.length; at++) {
      const char = text.charAt(at);
      if (quote === undefined && isSpace(text.charCodeAt(at))) break;
      if (char === quote) quote = undefined;
      else if (quote === undefined && (char === '"' || char === "'")) quote = char;
      else if (char === escape && quote !== "'") at++;
    }
    // An escape character that nothing follows belongs to no word.
    const end = at > text.length ? text.length - 1 : at;
    if (end > start) words.push({ start, end });
  }
  return words;
}

/** Splits the arguments of FROM, COPY, ADD, EXPOSE and VOLUME: at white space, whatever the quotes. */
export function splitAtBlanks(mapped: MappedText, escape: Dockerfile['escape']): Word[] {
  const { text } = mapped;
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (at < text.length && !isSeparator(text.charCodeAt(at))) at++;
    if (at > start) words.push(wordOf(mapped, start, at, escape));
    at++;
  }
  return words;
}

/** `[start, end)` of a joined text as a word. */
export function wordOf(mapped: MappedText, start: number, end: number, escape: Dockerfile['escape']): Word {
  const raw = mapped.text.slice(start, end);
  return { raw, value: unquote(raw, escape), span: spanIn(mapped, start, end) };
}

/** A string of a JSON array as a word. */
export function wordOfJson(item: JsonString, escape: Dockerfile['escape']): Word {
  return { raw: item.raw, value: unquote(item.value, escape), span: item.span, decoded: item.value };
}

/** Quotes and escapes removed, variables kept; the text itself where Docker would refuse it (a quote left open). */
function unquote(raw: string, escape: Dockerfile['escape']): string {
  if (!raw.includes('"') && !raw.includes("'") && !raw.includes(escape)) return raw;
  try {
    return lex(raw, { escape }).text;
  } catch {
    return raw;
  }
}
