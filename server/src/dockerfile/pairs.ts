import type { Span } from '../text/span';
import type { Dockerfile, KeyValue } from './ast';
import { type JoinedText, spanIn } from './joined-text';
import { isSeparator } from './whitespace';
import { splitWordRanges, wordOf } from './words';

/**
 * The `name=value` pairs of ENV, LABEL and ARG (parser/line_parsers.go, `parseNameVal` and `parseNameOrNameVal`).
 * `legacy`: a first word without `=` makes the rest of the line its value, as in `ENV NAME a value`. A word without
 * `=` among pairs, which Docker refuses for ENV and LABEL, becomes a pair without a value.
 */
export function readPairs(body: JoinedText, escape: Dockerfile['escape'], legacy: boolean): KeyValue[] {
  const words = splitWordRanges(body.text, escape);
  const [first] = words;
  if (legacy && first && !body.text.slice(first.start, first.end).includes('=')) {
    return [legacyPair(body, escape)];
  }
  return words.map((range) => readPair(body, range, escape));
}

function readPair(body: JoinedText, { start, end }: Span, escape: Dockerfile['escape']): KeyValue {
  const span = spanIn(body, start, end);
  const equals = body.text.slice(start, end).indexOf('=');
  if (equals === -1) return { key: wordOf(body, start, end, escape), value: undefined, span };
  return {
    key: wordOf(body, start, start + equals, escape),
    value: wordOf(body, start + equals + 1, end, escape),
    span,
  };
}

function legacyPair(body: JoinedText, escape: Dockerfile['escape']): KeyValue {
  const { text } = body;
  let keyEnd = 0;
  while (keyEnd < text.length && !isSeparator(text.charCodeAt(keyEnd))) keyEnd++;
  let valueStart = keyEnd;
  while (valueStart < text.length && isSeparator(text.charCodeAt(valueStart))) valueStart++;
  const value = valueStart < text.length ? wordOf(body, valueStart, text.length, escape) : undefined;
  return {
    key: wordOf(body, 0, keyEnd, escape),
    value,
    span: spanIn(body, 0, value ? text.length : keyEnd),
  };
}
